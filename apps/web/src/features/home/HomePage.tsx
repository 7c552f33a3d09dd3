import { useAllows, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { RecentActivity } from './activity/RecentActivity.tsx';
import { Glance } from './glance/Glance.tsx';
import { homePlaceMessages } from './place-messages.ts';
import { SetupPanel } from './setup/SetupPanel.tsx';
import { useSetupSteps } from './setup/use-setup-steps.ts';

/** Leads: what is done, what comes next, and what the others have been doing. */
export function HomePage() {
  const t = useT(homePlaceMessages);
  const allows = useAllows();
  const workspace = useOpenWorkspace();
  const steps = useSetupSteps();
  const ready = steps?.every(({ done }) => done);
  return (
    <Page>
      <PageHeader title={workspace?.name ?? t('title')} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-8">
          {!steps && <Skeleton className="h-80 rounded-lg" />}
          {steps && !ready && <SetupPanel steps={steps} />}
          <Glance />
        </div>
        {allows('events.read') && <RecentActivity />}
      </div>
    </Page>
  );
}
