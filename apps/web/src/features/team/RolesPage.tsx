import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { rolesToGive } from '../../data/access.ts';
import { rolesQuery } from '../../data/members.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { teamMessages } from './messages.ts';
import { OwnRoles } from './roles/OwnRoles.tsx';
import { RoleComparison } from './roles/RoleComparison.tsx';
import { RoleDialog } from './roles/RoleDialog.tsx';
import { TeamHeader } from './TeamHeader.tsx';

export function RolesPage() {
  return (
    <OnlyWith needs={['members.read']}>
      <Page width="fill">
        <TeamHeader />
        <Roles />
      </Page>
    </OnlyWith>
  );
}

const route = getRouteApi('/shell/team/roles');

function Roles() {
  const t = useT(teamMessages);
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('roles.manage');
  const { data: roles, isError, refetch } = useQuery(rolesQuery);
  if (isError && !roles) return <ErrorState title={t('rolesFailed')} onRetry={() => void refetch()} />;
  if (!roles) return <SkeletonLines lines={8} />;
  return (
    <div className="grid min-w-0 shrink-0 grid-cols-[minmax(0,1fr)] gap-10 pb-12">
      <OwnRoles roles={roles.toSorted((a, b) => a.name.localeCompare(b.name))} mayManage={mayManage} />
      <RoleComparison choices={rolesToGive(roles)} />
      {mayManage && <RoleDialog edit={edit} roles={roles} onClose={() => void navigate({ search: {} })} />}
    </div>
  );
}
