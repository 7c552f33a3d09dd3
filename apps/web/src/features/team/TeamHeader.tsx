import { ShieldPlus, UserPlus } from 'lucide-react';
import { useMatchRoute } from '@tanstack/react-router';
import { useAllows, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { teamMessages } from './messages.ts';
import { teamPlaceMessages } from './place-messages.ts';

/** The head of both team pages: what they are for, the one action, and the way between them. */
export function TeamHeader() {
  const t = useT(teamMessages);
  const place = useT(teamPlaceMessages);
  const allows = useAllows();
  const workspace = useOpenWorkspace();
  const onRoles = useMatchRoute()({ to: '/team/roles' }) !== false;
  return (
    <PageHeader
      title={place('title')}
      description={onRoles ? t('rolesAbout') : t('about', { workspace: workspace?.name ?? '' })}
      actions={
        onRoles
          ? allows('roles.manage') && (
              <ButtonLink tone="primary" icon={ShieldPlus} to="/team/roles" search={{ edit: 'new' }}>
                {place('newRole')}
              </ButtonLink>
            )
          : allows('members.manage') && (
              <ButtonLink
                tone="primary"
                icon={UserPlus}
                to="/team"
                search={(now) => ({ ...now, invite: true })}
              >
                {place('invite')}
              </ButtonLink>
            )
      }
    >
      <PageTabs label={t('pages')}>
        <PageTab to="/team" activeOptions={{ exact: true, includeSearch: false }}>
          {t('members')}
        </PageTab>
        <PageTab to="/team/roles" activeOptions={{ includeSearch: false }}>
          {place('roles')}
        </PageTab>
      </PageTabs>
    </PageHeader>
  );
}
