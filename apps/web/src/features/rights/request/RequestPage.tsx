import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isRefusedWith } from '../../../data/is-refused-with.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { rightsMessages } from '../messages.ts';
import { requestQuery, type DataRequest } from '../queries.ts';
import { stateTone } from '../state-tone.ts';
import { CorrectionCard } from './CorrectionCard.tsx';
import { ErasureCard } from './ErasureCard.tsx';
import { HoldCard } from './HoldCard.tsx';
import { PackageCard } from './PackageCard.tsx';
import { RequestActions } from './RequestActions.tsx';
import { RequestFacts } from './RequestFacts.tsx';
import { StepList } from './StepList.tsx';

const route = getRouteApi('/shell/rights/$requestId');

export function RequestPage() {
  return (
    <OnlyWith needs={['rights.read']}>
      <Page>
        <OneRequest />
      </Page>
    </OnlyWith>
  );
}

function OneRequest() {
  const t = useT(rightsMessages);
  const { requestId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(requestQuery(requestId));
  if (data) return <RequestView request={data} />;
  if (error === null)
    return (
      <div className="pt-6">
        <SkeletonLines lines={12} />
      </div>
    );
  if (isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input'))
    return (
      <EmptyState title={t('missing')} action={<ButtonLink to="/rights">{t('back')}</ButtonLink>}>
        {t('missingHelp')}
      </EmptyState>
    );
  return <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />;
}

function RequestView({ request }: { request: DataRequest }) {
  const t = useT(rightsMessages);
  const allows = useAllows();
  const { kind, state, contactId } = request;
  const mayManage = allows('rights.manage') && request.closedAt === null;
  return (
    <>
      <PageHeader
        title={t(`kind_${kind}`)}
        back={<Link to="/rights">{t('back')}</Link>}
        description={<Badge tone={stateTone[state]}>{t(`state_${state}`)}</Badge>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5">
          {mayManage && <RequestActions request={request} />}
          {kind === 'access' && request.identifiedAt !== null && (
            <PackageCard request={request} mayManage={mayManage} />
          )}
          {kind === 'correction' && request.identifiedAt !== null && (
            <CorrectionCard request={request} mayManage={mayManage} />
          )}
          {kind === 'erasure' && contactId !== null && (
            <ErasureCard request={request} mayManage={mayManage} />
          )}
          <StepList steps={request.steps} />
        </div>
        <div className="grid min-w-0 gap-5">
          <RequestFacts request={request} />
          {contactId !== null && kind === 'erasure' && request.erasure === null && (
            <HoldCard request={request} mayManage={mayManage} />
          )}
        </div>
      </div>
    </>
  );
}
