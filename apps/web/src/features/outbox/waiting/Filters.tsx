import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { NumberFilter } from '../../../shell/NumberFilter.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { outboxMessages } from '../messages.ts';
import type { Source } from '../queries.ts';
import { messageClasses, outboxStates, type OutboxSearch } from '../search.ts';
import { stateWords } from './state-words.ts';

const route = getRouteApi('/shell/outbox');

/** Each choice stands in the address. */
export function Filters({ sources }: { sources: readonly Source[] }) {
  const t = useT(outboxMessages);
  const { number = '', source = '', ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (name: keyof OutboxSearch) => (value: string) =>
    void navigate({
      search: (now) => ({ ...now, [name]: value === '' ? undefined : value }),
      replace: true,
    });
  const look = 'min-w-36 flex-1 sm:max-w-52';
  return (
    <div className="flex flex-wrap gap-2">
      <NumberFilter className={look} value={number} onChange={set('number')} />
      <Select
        aria-label={t('class')}
        className={look}
        value={search.class ?? ''}
        onChange={set('class')}
        options={[
          { value: '', label: t('anyClass') },
          ...messageClasses.map((value) => ({ value, label: t(value) })),
        ]}
      />
      <Select
        aria-label={t('state')}
        className={look}
        value={search.state ?? ''}
        onChange={set('state')}
        options={[
          { value: '', label: t('anyState') },
          ...outboxStates.map((value) => ({ value, label: t(stateWords[value]) })),
        ]}
      />
      {(sources.length > 0 || source !== '') && (
        <Select
          aria-label={t('source')}
          className={look}
          value={source}
          onChange={set('source')}
          options={[
            { value: '', label: t('anySource') },
            ...sources.map(({ sourceId, name }) => ({ value: sourceId, label: name })),
          ]}
        />
      )}
    </div>
  );
}
