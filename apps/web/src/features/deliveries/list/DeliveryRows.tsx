import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { useSteadyRows } from '../../../ui/table/use-steady-rows.ts';
import { deliveryMessages } from '../messages.ts';
import { NewOnes } from '../NewOnes.tsx';
import { deliveriesQuery, type Delivery } from '../queries.ts';
import type { State } from '../search.ts';
import { useDeliveryColumns } from './use-delivery-columns.tsx';

const idOf = ({ deliveryId }: Delivery): string => deliveryId;

export function DeliveryRows({ state }: { state: State | undefined }) {
  const t = useT(deliveryMessages);
  const navigate = useNavigate();
  const { rows: latest, source } = useAllPages(useInfiniteQuery(deliveriesQuery({ state })));
  const { rows, waiting, letIn, hold } = useSteadyRows(latest, idOf);
  const columns = useDeliveryColumns();
  const model = useDataTable({ rows, columns, rowId: idOf, sortedByServer: true });
  return (
    <div ref={hold} className="relative flex min-h-0 flex-1 flex-col">
      <NewOnes waiting={waiting} letIn={letIn} />
      <DataTable
        model={model}
        label={t('list')}
        source={source}
        onOpen={({ deliveryId }) => void navigate({ to: '/deliveries/$deliveryId', params: { deliveryId } })}
        empty={
          <EmptyState
            icon={Inbox}
            title={t(state ? 'noneOfState' : 'none')}
            action={state && <ButtonLink to="/deliveries">{t('showAll')}</ButtonLink>}
          >
            {t(state ? 'noneOfStateHelp' : 'noneHelp')}
          </EmptyState>
        }
      />
    </div>
  );
}
