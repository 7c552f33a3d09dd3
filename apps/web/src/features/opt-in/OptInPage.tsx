import { useQuery } from '@tanstack/react-query';
import { Plus, QrCode } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { PointRow } from './list/PointRow.tsx';
import { optInMessages } from './messages.ts';
import { optInPlaceMessages } from './place-messages.ts';
import { entryPointsQuery } from './queries.ts';

export function OptInPage() {
  const t = useT(optInMessages);
  const place = useT(optInPlaceMessages);
  return (
    <OnlyWith needs={['capture.manage']}>
      <Page>
        <PageHeader
          title={place('title')}
          description={t('about')}
          actions={
            <ButtonLink tone="primary" icon={Plus} to="/opt-in/new">
              {place('add')}
            </ButtonLink>
          }
        />
        <Points />
      </Page>
    </OnlyWith>
  );
}

function Points() {
  const t = useT(optInMessages);
  const place = useT(optInPlaceMessages);
  const { data, isError, isFetching, refetch } = useQuery(entryPointsQuery);
  if (!data) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  }
  if (data.items.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-raised">
        <EmptyState
          icon={QrCode}
          title={t('none')}
          action={
            <ButtonLink tone="primary" to="/opt-in/new">
              {place('add')}
            </ButtonLink>
          }
        >
          {t('noneHelp')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{t('days')}</p>
      <ul aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-raised">
        {data.items.map((point) => (
          <PointRow key={point.entryPointId} point={point} />
        ))}
      </ul>
    </div>
  );
}
