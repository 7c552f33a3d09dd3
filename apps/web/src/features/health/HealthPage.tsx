import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { Time } from '../../ui/display/Time.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { Checks } from './Checks.tsx';
import { healthQuery } from './health-query.ts';
import { healthMessages } from './messages.ts';
import { healthPlaceMessages } from './place-messages.ts';
import { OverallState } from './OverallState.tsx';
import { RunningCopies } from './RunningCopies.tsx';

export function HealthPage() {
  const t = useT(healthMessages);
  const place = useT(healthPlaceMessages);
  return (
    <OnlyWith needs={['health.read']}>
      <Page width="read">
        <PageHeader title={place('title')} description={t('about')} />
        <SystemHealth />
      </Page>
    </OnlyWith>
  );
}

function SystemHealth() {
  const t = useT(healthMessages);
  const { data, isError, isFetching, dataUpdatedAt, refetch } = useQuery(healthQuery);
  if (!data) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={10} />
    );
  }
  const looked = new Date(dataUpdatedAt);
  return (
    <div className="grid gap-8">
      {isError && <Banner tone="warn">{t.rich('stale', { when: <Time at={looked} as="time" /> })}</Banner>}
      <OverallState health={data} looked={looked} />
      <Checks checks={data.checks} />
      <RunningCopies copies={data.processes} />
    </div>
  );
}
