import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { homeMessages } from '../messages.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { namesIn } from './names-in.ts';
import { recentQuery } from './recent-query.ts';

/** What was changed here lately, in words, as it happens. */
export function RecentActivity() {
  const t = useT(homeMessages);
  const { data: shown, isError, isFetching, refetch } = useQuery(recentQuery);
  const names = useMemo(() => namesIn(shown ?? []), [shown]);
  return (
    <section aria-labelledby="activity" className="grid min-w-0 gap-3">
      <h2 id="activity" className="text-lg font-semibold">
        {t('activity')}
      </h2>
      {!shown && isError && (
        <ErrorState title={t('activityFailed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {!shown && !isError && <SkeletonLines lines={6} />}
      {shown?.length === 0 && (
        <EmptyState icon={Sparkles} title={t('noActivity')}>
          {t('noActivityHelp')}
        </EmptyState>
      )}
      {shown && shown.length > 0 && (
        <ol aria-live="polite" aria-relevant="additions" className="grid gap-4">
          {shown.map((event) => (
            <ActivityLine key={event.eventId} event={event} names={names} />
          ))}
        </ol>
      )}
    </section>
  );
}
