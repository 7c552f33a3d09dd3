import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyInvitationEvent, applyMemberEvent, applyRoleEvent } from './apply-events.ts';
import { teamPlaceMessages } from './place-messages.ts';
import { readRolesSearch, readTeamSearch } from './search.ts';

export const teamRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/team',
  validateSearch: readTeamSearch,
  component: lazyRouteComponent(() => import('./TeamPage.tsx'), 'TeamPage'),
  staticData: { title: words(teamPlaceMessages, 'title') },
});

export const rolesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/team/roles',
  validateSearch: readRolesSearch,
  component: lazyRouteComponent(() => import('./RolesPage.tsx'), 'RolesPage'),
  staticData: { title: words(teamPlaceMessages, 'roles') },
});

export const team: Feature = {
  name: 'team',
  places: [
    {
      route: teamRoute,
      label: words(teamPlaceMessages, 'title'),
      icon: Users,
      section: 'settings',
      keys: 'g t',
      needs: 'members.read',
    },
  ],
  Everywhere: later(async () => (await import('./TeamCommands.tsx')).TeamCommands, { optional: true }),
};

onEvents('member', applyMemberEvent);
onEvents('invitation', applyInvitationEvent);
onEvents('role', applyRoleEvent);
