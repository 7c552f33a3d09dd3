import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { deliveryMessages } from '../messages.ts';
import { kinds, useKindWords } from '../use-kind-words.ts';
import { UpdateRows } from './UpdateRows.tsx';

const route = getRouteApi('/shell/deliveries/updates');

export function UpdatesTable() {
  const t = useT(deliveryMessages);
  const words = useKindWords();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const all = kinds.map((value): { value: string; label: string } => ({ value, label: words.name(value) }));
  return (
    <>
      <Select
        aria-label={t('kind')}
        options={[{ value: '', label: t('anyKind') }, ...all]}
        value={kind ?? ''}
        onChange={(value) => void navigate({ search: value ? { kind: value } : {}, replace: true })}
        className="mb-3 w-64 max-w-full self-start"
      />
      <UpdateRows key={kind} kind={kind} />
    </>
  );
}
