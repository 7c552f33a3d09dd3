import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { ApiProblem } from '../../data/api.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Badge } from '../../ui/display/Badge.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { BackToOptIn } from './BackToOptIn.tsx';
import { PointEditor } from './edit/PointEditor.tsx';
import { kindMessages } from './kind-messages.ts';
import { optInMessages } from './messages.ts';
import { Attempts } from './one/Attempts.tsx';
import { Outcome } from './one/Outcome.tsx';
import { SwitchPoint } from './one/SwitchPoint.tsx';
import { WaysIn } from './one/WaysIn.tsx';
import { entryPointQuery, type Point } from './queries.ts';

const route = getRouteApi('/shell/opt-in/$entryPointId');

export function EntryPointPage() {
  return (
    <OnlyWith needs={['capture.manage']}>
      <Page>
        <Loaded />
      </Page>
    </OnlyWith>
  );
}

function Loaded() {
  const t = useT(optInMessages);
  const { entryPointId } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isFetching, refetch } = useQuery(entryPointQuery(entryPointId));
  if (error instanceof ApiProblem && [400, 404].includes(error.status))
    return (
      <EmptyState title={t('missing')} action={<Link to="/opt-in">{t('back')}</Link>}>
        {t('missingHelp')}
      </EmptyState>
    );
  if (!data)
    return error ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <div className="pt-6">
        <SkeletonLines lines={8} />
      </div>
    );
  return (
    <>
      <Head point={data} isEditing={edit === true} />
      {edit ? (
        <PointEditor kind={data.kind} point={data} onSaved={() => void navigate({ search: {} })} />
      ) : (
        <div className="grid gap-5">
          <Outcome point={data} />
          <WaysIn point={data} />
          <Attempts entryPointId={entryPointId} />
        </div>
      )}
    </>
  );
}

function Head({ point, isEditing }: { point: Point; isEditing: boolean }) {
  const t = useT(optInMessages);
  const kind = useT(kindMessages);
  const { entryPointId, name, store, staff, campaign, active } = point;
  const about = [kind(point.kind), store, staff, campaign].filter(Boolean).join(' · ');
  return (
    <PageHeader
      back={<BackToOptIn />}
      title={name}
      description={about}
      beside={!active && <Badge>{t('off')}</Badge>}
      actions={
        !isEditing && (
          <>
            <SwitchPoint point={point} />
            <ButtonLink
              icon={Pencil}
              to="/opt-in/$entryPointId"
              params={{ entryPointId }}
              search={{ edit: true }}
            >
              {t('edit')}
            </ButtonLink>
          </>
        )
      }
    />
  );
}
