import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useAllows } from '../../data/use-workspace.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DevelopersHeader } from './DevelopersHeader.tsx';
import { CreateKeyDialog } from './keys/CreateKeyDialog.tsx';
import { KeysPanel } from './keys/KeysPanel.tsx';
import { UseApi } from './keys/UseApi.tsx';

const route = getRouteApi('/shell/developers');

export function KeysPage() {
  const { create } = route.useSearch();
  const navigate = route.useNavigate();
  const allows = useAllows();
  if (!allows('api-keys.manage') && allows('jobs.manage'))
    return <Navigate to="/developers/failed" replace />;
  return (
    <OnlyWith needs={['api-keys.manage']}>
      <Page width="fill">
        <DevelopersHeader />
        <div className="grid max-w-6xl shrink-0 items-start gap-6 pb-12 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <KeysPanel />
          <UseApi />
        </div>
        <CreateKeyDialog open={create === true} onClose={() => void navigate({ search: {} })} />
      </Page>
    </OnlyWith>
  );
}
