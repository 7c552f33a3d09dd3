import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DevelopersHeader } from './DevelopersHeader.tsx';
import { ParkedEvents } from './work/ParkedEvents.tsx';

export function ParkedEventsPage() {
  return (
    <OnlyWith needs={['jobs.manage']}>
      <Page width="fill">
        <DevelopersHeader />
        <ParkedEvents />
      </Page>
    </OnlyWith>
  );
}
