import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useAllPages } from '../../data/use-all-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useSteadyRows } from '../../ui/table/use-steady-rows.ts';
import { DoubtRow } from './doubt/DoubtRow.tsx';
import { LongList } from './LongList.tsx';
import { outboxMessages } from './messages.ts';
import { OutboxHeader } from './OutboxHeader.tsx';
import { outboxPlaceMessages } from './place-messages.ts';
import { waitingQuery, type Waiting } from './queries.ts';

export function DoubtPage() {
  const t = useT(outboxMessages);
  return (
    <OnlyWith needs={['outbox.read']}>
      <Page>
        <OutboxHeader about={t('doubtAbout')} />
        <Doubts />
      </Page>
    </OnlyWith>
  );
}

const idOf = ({ messageId }: Waiting): string => messageId;

function Doubts() {
  const t = useT(outboxMessages);
  const place = useT(outboxPlaceMessages);
  const { rows: latest, source } = useAllPages(useInfiniteQuery(waitingQuery({ state: 'unknown' })));
  const { rows, waiting, gone, letIn, hold } = useSteadyRows(latest, idOf);
  return (
    <LongList
      label={place('doubt')}
      source={source}
      count={rows.length}
      newer={{ count: waiting, letIn }}
      hold={hold}
      empty={
        <EmptyState icon={CircleCheck} title={t('noDoubt')}>
          {t('noDoubtHelp')}
        </EmptyState>
      }
    >
      {rows.map((row) => (
        <DoubtRow key={row.messageId} row={row} isGone={gone.has(row.messageId)} />
      ))}
    </LongList>
  );
}
