import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { deliveryMessages } from '../messages.ts';
import { parkedCountsQuery } from '../queries.ts';
import { byWhatHelps } from './by-what-helps.ts';
import { ParkedGroup } from './ParkedGroup.tsx';

/** What is parked by why it is: what is to be done is the same for all of a reason. */
export function ParkedGroups() {
  const t = useT(deliveryMessages);
  const { data, isError, isFetching, refetch } = useQuery(parkedCountsQuery);
  // A reason stays on the page while somebody is on it, so that what came of a try can be seen.
  const [seen, setSeen] = useState<readonly string[]>([]);
  const reasons = [...new Set([...seen, ...(data?.items ?? []).map(({ reason }) => reason)])].sort(
    byWhatHelps,
  );
  if (reasons.length > seen.length) setSeen(reasons);
  if (!data)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  if (reasons.length === 0)
    return (
      <EmptyState icon={CircleCheck} title={t('nothingParked')}>
        {t('nothingParkedHelp')}
      </EmptyState>
    );
  return (
    <div className="grid gap-5">
      {reasons.map((reason) => (
        <ParkedGroup
          key={reason}
          reason={reason}
          count={data.items.find((one) => one.reason === reason)?.count ?? 0}
        />
      ))}
    </div>
  );
}
