import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Newspaper } from 'lucide-react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Drawer } from '../../../ui/overlays/Drawer.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { useSteadyRows } from '../../../ui/table/use-steady-rows.ts';
import { deliveryMessages } from '../messages.ts';
import { NewOnes } from '../NewOnes.tsx';
import { updatesQuery, type Update } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';
import { UpdateDetails } from './UpdateDetails.tsx';
import { useUpdateColumns } from './use-update-columns.tsx';

const route = getRouteApi('/shell/deliveries/updates');
const idOf = ({ updateId }: Update): string => updateId;

export function UpdateRows({ kind }: { kind: string | undefined }) {
  const t = useT(deliveryMessages);
  const kinds = useKindWords();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows: latest, source } = useAllPages(useInfiniteQuery(updatesQuery(kind)));
  const { rows, waiting, letIn, hold } = useSteadyRows(latest, idOf);
  const columns = useUpdateColumns();
  const model = useDataTable({ rows, columns, rowId: idOf, sortedByServer: true });
  const chosen = rows.find(({ updateId }) => updateId === open);
  const show = (updateId?: string) =>
    void navigate({ search: { ...(kind ? { kind } : {}), ...(updateId ? { open: updateId } : {}) } });
  return (
    <div ref={hold} className="relative flex min-h-0 flex-1 flex-col">
      <NewOnes waiting={waiting} letIn={letIn} />
      <DataTable
        model={model}
        label={t('updatesList')}
        source={source}
        onOpen={({ updateId }) => show(updateId)}
        empty={
          <EmptyState
            icon={Newspaper}
            title={t(kind ? 'noneOfKind' : 'noUpdates')}
            action={kind && <ButtonLink to="/deliveries/updates">{t('showEveryKind')}</ButtonLink>}
          >
            {t('noUpdatesHelp')}
          </EmptyState>
        }
      />
      <Drawer
        open={chosen !== undefined}
        onOpenChange={() => show()}
        title={chosen ? kinds.name(chosen.kind) : ''}
      >
        {chosen && <UpdateDetails update={chosen} />}
      </Drawer>
    </div>
  );
}
