import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { ConsentHeader } from '../ConsentHeader.tsx';
import { LedgerCard } from './LedgerCard.tsx';
import { overviewMessages } from './messages.ts';
import { PurposeCard } from './PurposeCard.tsx';
import { RecentEntries } from './RecentEntries.tsx';

export function OverviewPage() {
  const t = useT(overviewMessages);
  return (
    <OnlyWith needs={['consent.read']}>
      <Page>
        <ConsentHeader about={t('about')} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <PurposeCard />
          <LedgerCard />
          <div className="min-w-0 lg:col-span-2">
            <RecentEntries />
          </div>
        </div>
      </Page>
    </OnlyWith>
  );
}
