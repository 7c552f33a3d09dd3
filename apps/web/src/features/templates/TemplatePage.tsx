import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiProblem } from '../../data/api.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { templateMessages } from './messages.ts';
import { TemplateView } from './one/TemplateView.tsx';
import { templateQuery } from './queries.ts';

const route = getRouteApi('/shell/templates/$familyId');

export function TemplatePage() {
  return (
    <OnlyWith needs={['templates.read']}>
      <Page>
        <Loaded />
      </Page>
    </OnlyWith>
  );
}

function Loaded() {
  const t = useT(templateMessages);
  const { familyId } = route.useParams();
  const { data: family, error, isError, isFetching, refetch } = useQuery(templateQuery(familyId));
  if (family) return <TemplateView family={family} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400))
    return (
      <EmptyState title={t('missing')} action={<Link to="/templates">{t('back')}</Link>}>
        {t('missingHelp')}
      </EmptyState>
    );
  return isError ? (
    <ErrorState title={t('failedOne')} onRetry={() => void refetch()} retrying={isFetching} />
  ) : (
    <div className="pt-6">
      <SkeletonLines lines={10} />
    </div>
  );
}
