import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../data/use-workspace.ts';
import { workspaceQuery } from '../../data/workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { GeneralForm } from './general/GeneralForm.tsx';
import { settingsMessages } from './messages.ts';
import { settingsPlaceMessages } from './place-messages.ts';
import { SignOnPanel } from './sign-on/SignOnPanel.tsx';

export function SettingsPage() {
  return (
    <OnlyWith needs={['workspace.update', 'sign-on.manage']}>
      <Page width="read">
        <Settings />
      </Page>
    </OnlyWith>
  );
}

function Settings() {
  const t = useT(settingsMessages);
  const place = useT(settingsPlaceMessages);
  const allows = useAllows();
  const { data: workspace, isError, isFetching, refetch } = useQuery(workspaceQuery);
  return (
    <>
      <PageHeader
        title={place('title')}
        description={workspace && t('about', { workspace: workspace.name })}
      />
      {workspace ? (
        <div className="grid gap-6">
          <GeneralForm workspace={workspace} readOnly={!allows('workspace.update')} />
          {allows('sign-on.manage') && <SignOnPanel />}
        </div>
      ) : isError ? (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonLines lines={10} />
      )}
    </>
  );
}
