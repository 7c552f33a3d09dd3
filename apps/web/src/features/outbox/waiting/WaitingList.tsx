import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useSteadyRows } from '../../../ui/table/use-steady-rows.ts';
import { LongList } from '../LongList.tsx';
import { outboxMessages } from '../messages.ts';
import { waitingQuery, type Source, type Waiting } from '../queries.ts';
import { Filters } from './Filters.tsx';
import { NothingWaits } from './NothingWaits.tsx';
import { WaitingRow } from './WaitingRow.tsx';

const route = getRouteApi('/shell/outbox');
const idOf = ({ messageId }: Waiting): string => messageId;

export function WaitingList({ sources }: { sources: readonly Source[] }) {
  const t = useT(outboxMessages);
  const search = route.useSearch();
  const { rows: latest, source } = useAllPages(useInfiniteQuery(waitingQuery(search)));
  const { rows, waiting, gone, letIn, hold } = useSteadyRows(latest, idOf);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <section aria-label={t('list')} className="grid min-w-0 gap-3">
      {(isFiltered || rows.length > 0) && <Filters sources={sources} />}
      <LongList
        label={t('list')}
        source={source}
        count={rows.length}
        empty={<NothingWaits isFiltered={isFiltered} />}
        newer={{ count: waiting, letIn }}
        hold={hold}
      >
        {rows.map((row) => (
          <WaitingRow key={row.messageId} row={row} isGone={gone.has(row.messageId)} />
        ))}
      </LongList>
    </section>
  );
}
