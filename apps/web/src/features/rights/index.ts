import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { UserRoundCheck } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { refetchSoon } from '../../data/refetch-soon.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { rightsPlaceMessages } from './place-messages.ts';
import { everythingOfRights, type Show } from './queries.ts';

const getParentRoute = () => shellRoute;

export const rightsRoute = createRoute({
  getParentRoute,
  path: '/rights',
  /** Which are shown, and whether one is being written down. */
  validateSearch: ({ which, act }: Record<string, unknown>): { which?: Show; act?: 'new' } => ({
    ...((which === 'overdue' || which === 'closed') && { which }),
    ...(act === 'new' && { act }),
  }),
  component: lazyRouteComponent(() => import('./list/RightsPage.tsx'), 'RightsPage'),
  staticData: { title: words(rightsPlaceMessages, 'title') },
});

export const rightsSettingsRoute = createRoute({
  getParentRoute,
  path: '/rights/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
  staticData: { title: words(rightsPlaceMessages, 'settings') },
});

export const dataRequestRoute = createRoute({
  getParentRoute,
  path: '/rights/$requestId',
  component: lazyRouteComponent(() => import('./request/RequestPage.tsx'), 'RequestPage'),
  staticData: { title: words(rightsPlaceMessages, 'title') },
});

export const rights: Feature = {
  name: 'rights',
  places: [
    {
      route: rightsRoute,
      label: words(rightsPlaceMessages, 'title'),
      icon: UserRoundCheck,
      section: 'grow',
      needs: 'rights.read',
    },
  ],
};

onEvents('rights', (_event, queryClient) => refetchSoon(queryClient, everythingOfRights.queryKey));
