import { useInfiniteQuery } from '@tanstack/react-query';
import { ClipboardCheck } from 'lucide-react';
import { useAllPages } from '../../data/use-all-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { templateMessages } from './messages.ts';
import { reviewsQuery } from './queries.ts';
import { ReviewCard } from './review/ReviewCard.tsx';
import { TemplatesHeader } from './TemplatesHeader.tsx';

export function ReviewPage() {
  const t = useT(templateMessages);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page width="wide">
        <TemplatesHeader about={t('aboutReview')} />
        <Queue />
      </Page>
    </OnlyWith>
  );
}

function Queue() {
  const t = useT(templateMessages);
  const query = useInfiniteQuery(reviewsQuery);
  const { rows, source } = useAllPages(query);
  if (source.state === 'failed')
    return <ErrorState title={t('failed')} onRetry={source.retry} retrying={query.isFetching} />;
  if (source.state === 'loading') return <SkeletonLines lines={8} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={ClipboardCheck} title={t('noReviews')}>
        {t('noReviewsHelp')}
      </EmptyState>
    );
  return (
    <div className="grid gap-5">
      {rows.map((waiting) => (
        <ReviewCard key={waiting.versionId} waiting={waiting} />
      ))}
      {source.more && (
        <Button className="justify-self-center" busy={source.more.loading} onClick={source.more.load}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
