import { useMatchRoute } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { developerMessages } from './messages.ts';
import { developerPlaceMessages } from './place-messages.ts';
import { useWaitingWork } from './work/use-waiting-work.ts';

/** The head of the developer pages, with how much waits on each. */
export function DevelopersHeader() {
  const t = useT(developerMessages);
  const place = useT(developerPlaceMessages);
  const allows = useAllows();
  const onKeys = useMatchRoute()({ to: '/developers' }) !== false;
  const waiting = useWaitingWork();
  return (
    <PageHeader
      title={place('title')}
      description={t('about')}
      actions={
        onKeys &&
        allows('api-keys.manage') && (
          <ButtonLink tone="primary" icon={KeyRound} to="/developers" search={{ create: true }}>
            {place('newKey')}
          </ButtonLink>
        )
      }
    >
      {allows('jobs.manage') && (
        <PageTabs label={t('pages')}>
          {allows('api-keys.manage') && (
            <PageTab to="/developers" activeOptions={{ exact: true, includeSearch: false }}>
              {t('keys')}
            </PageTab>
          )}
          <PageTab to="/developers/failed" activeOptions={{ includeSearch: false }} count={waiting.failed}>
            {place('failedWork')}
          </PageTab>
          <PageTab to="/developers/parked" activeOptions={{ includeSearch: false }} count={waiting.parked}>
            {place('parked')}
          </PageTab>
        </PageTabs>
      )}
    </PageHeader>
  );
}
