import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { ConsentHeader } from '../ConsentHeader.tsx';
import { ConfirmationTexts } from './ConfirmationTexts.tsx';
import { Heard } from './Heard.tsx';
import { wishMessages } from './messages.ts';
import { OwnWords } from './OwnWords.tsx';
import { settingsQuery } from './queries.ts';
import { TryWords } from './TryWords.tsx';
import { WhatStopTakes } from './WhatStopTakes.tsx';

export function WordsPage() {
  const t = useT(wishMessages);
  return (
    <OnlyWith needs={['consent.read']}>
      <Page>
        <ConsentHeader about={t('about')} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <TryWords />
            <Heard />
          </div>
          <Settings />
        </div>
      </Page>
    </OnlyWith>
  );
}

function Settings() {
  const t = useT(wishMessages);
  const mayManage = useAllows()('consent.manage');
  const { data: settings, isError, isFetching, refetch } = useQuery(settingsQuery);
  if (!settings)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  return (
    <div className="grid gap-5">
      <WhatStopTakes settings={settings} mayManage={mayManage} />
      <OwnWords mayManage={mayManage} />
      <ConfirmationTexts settings={settings} mayManage={mayManage} />
    </div>
  );
}
