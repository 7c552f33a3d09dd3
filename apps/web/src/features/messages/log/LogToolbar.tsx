import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { NumberFilter } from '../../../shell/NumberFilter.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { ColumnPicker } from '../../../ui/table/ColumnPicker.tsx';
import type { DataTableModel } from '../../../ui/table/use-data-table.ts';
import { messageMessages } from '../messages.ts';
import type { Recent } from '../queries.ts';
import { statuses, type MessagesSearch } from '../search.ts';
import { useStatus } from '../use-status.ts';
import { OpenById } from './OpenById.tsx';

const route = getRouteApi('/shell/messages');

/** Of which number, in which direction, how far it came: each choice stands in the address. */
export function LogToolbar({ model }: { model: DataTableModel<Recent> }) {
  const t = useT(messageMessages);
  const statusOf = useStatus();
  const { number = '', direction = '', status = '', find = false } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (name: keyof MessagesSearch) => (value: string) =>
    void navigate({
      search: (now) => ({ ...now, find: undefined, [name]: value === '' ? undefined : value }),
      replace: true,
    });
  const look = 'min-w-32 flex-1 sm:max-w-48';
  return (
    <>
      <NumberFilter className={look} value={number} onChange={set('number')} />
      <Select<string>
        aria-label={t('direction')}
        className={look}
        value={direction}
        onChange={set('direction')}
        options={[
          { value: '', label: t('anyDirection') },
          { value: 'in', label: t('in') },
          { value: 'out', label: t('out') },
        ]}
      />
      <Select<string>
        aria-label={t('status')}
        className={look}
        value={status}
        onChange={set('status')}
        options={[
          { value: '', label: t('anyStatus') },
          ...statuses.map((value) => ({ value, label: statusOf(value).label })),
        ]}
      />
      <OpenById key={String(find)} takesKeyboard={find} />
      <span className="ms-auto max-sm:hidden">
        <ColumnPicker model={model} />
      </span>
    </>
  );
}
