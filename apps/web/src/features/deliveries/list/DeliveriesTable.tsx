import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { deliveryMessages } from '../messages.ts';
import { states, type State } from '../search.ts';
import { DeliveryRows } from './DeliveryRows.tsx';

const route = getRouteApi('/shell/deliveries');

export function DeliveriesTable() {
  const t = useT(deliveryMessages);
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Select<State | ''>
        aria-label={t('state')}
        options={[
          { value: '', label: t('anyState') },
          ...states.map((value) => ({ value, label: t(value) })),
        ]}
        value={state ?? ''}
        onChange={(value) => void navigate({ search: value ? { state: value } : {}, replace: true })}
        className="mb-3 w-44 self-start"
      />
      {/* Rows of one filter are no rows of another, whatever is under the pointer. */}
      <DeliveryRows key={state} state={state} />
    </>
  );
}
