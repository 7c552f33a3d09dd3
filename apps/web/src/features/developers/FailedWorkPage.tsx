import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DevelopersHeader } from './DevelopersHeader.tsx';
import { FailedJobs } from './work/FailedJobs.tsx';

export function FailedWorkPage() {
  return (
    <OnlyWith needs={['jobs.manage']}>
      <Page width="fill">
        <DevelopersHeader />
        <FailedJobs />
      </Page>
    </OnlyWith>
  );
}
