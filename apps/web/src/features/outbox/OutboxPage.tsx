import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { outboxMessages } from './messages.ts';
import { OutboxHeader } from './OutboxHeader.tsx';
import { countsQuery } from './queries.ts';
import { Stops } from './stops/Stops.tsx';
import { NumberList } from './summary/NumberList.tsx';
import { SourceList } from './summary/SourceList.tsx';
import { useSummary } from './summary/use-summary.ts';
import { WaitingList } from './waiting/WaitingList.tsx';

export function OutboxPage() {
  const t = useT(outboxMessages);
  return (
    <OnlyWith needs={['outbox.read']}>
      <Page>
        <OutboxHeader about={t('about')} />
        <Outbox />
      </Page>
    </OnlyWith>
  );
}

function Outbox() {
  const t = useT(outboxMessages);
  const { data, isError, isFetching, refetch } = useQuery(countsQuery);
  const summary = useSummary(data);
  if (data === undefined) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  }
  return (
    <div className="grid gap-5">
      <Stops counts={data} summary={summary} />
      <NumberList summary={summary} />
      <SourceList sources={data.sources.filter(({ state }) => state === 'running')} />
      <WaitingList sources={data.sources} />
    </div>
  );
}
