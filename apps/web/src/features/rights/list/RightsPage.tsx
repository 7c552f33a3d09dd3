import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Segmented } from '../../../ui/fields/Segmented.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { rightsMessages } from '../messages.ts';
import { countsQuery, requestsQuery, type Show } from '../queries.ts';
import { RightsHeader } from '../RightsHeader.tsx';
import { RequestRow } from './RequestRow.tsx';
import { WriteDown } from './WriteDown.tsx';

const route = getRouteApi('/shell/rights');
const shows = ['open', 'overdue', 'closed'] as const;

export function RightsPage() {
  const t = useT(rightsMessages);
  const { act, which: show = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('rights.manage');
  const close = () => void navigate({ search: {} });
  const write = mayManage && (
    <ButtonLink tone="primary" icon={Plus} to="/rights" search={{ act: 'new' }}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <OnlyWith needs={['rights.read']}>
      <Page>
        <RightsHeader about={t('about')} actions={write} />
        <div className="grid gap-4">
          <Shows show={show} />
          <Requests show={show} />
        </div>
        <Dialog
          open={mayManage && act === 'new'}
          onOpenChange={(next) => !next && close()}
          title={t('new')}
          size="medium"
        >
          <WriteDown onCancel={close} />
        </Dialog>
      </Page>
    </OnlyWith>
  );
}

function Shows({ show }: { show: Show }) {
  const t = useT(rightsMessages);
  const navigate = route.useNavigate();
  const { data: counts } = useQuery(countsQuery);
  const countOf = (one: Show): string =>
    one === 'closed' || counts === undefined || counts[one] === 0 ? '' : ` (${counts[one]})`;
  return (
    <Segmented
      label={t('show')}
      choices={shows.map((one) => ({ value: one, label: `${t(`show_${one}`)}${countOf(one)}` }))}
      value={show}
      onChange={(next) => void navigate({ search: next === 'open' ? {} : { which: next } })}
    />
  );
}

function Requests({ show }: { show: Show }) {
  const t = useT(rightsMessages);
  const { data, isError, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(
    requestsQuery(show),
  );
  if (!data)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  const requests = data.pages.flatMap(({ items }) => items);
  if (requests.length === 0) return <EmptyState title={t(`none_${show}`)}>{t('noneHelp')}</EmptyState>;
  return (
    <>
      <ul
        aria-label={t(`show_${show}`)}
        className="divide-y divide-line rounded-lg border border-line bg-raised"
      >
        {requests.map((request) => (
          <RequestRow key={request.requestId} request={request} />
        ))}
      </ul>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetching}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
