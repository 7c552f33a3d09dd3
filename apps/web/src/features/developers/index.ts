import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Code } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyApiKeyEvent } from './apply-events.ts';
import { developerPlaceMessages } from './place-messages.ts';

export const keysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/developers',
  validateSearch: ({ create }: Record<string, unknown>): { create?: boolean } =>
    create === true ? { create } : {},
  component: lazyRouteComponent(() => import('./KeysPage.tsx'), 'KeysPage'),
  staticData: { title: words(developerPlaceMessages, 'title') },
});

const readOpen = ({ open }: Record<string, unknown>): { open?: string } =>
  typeof open === 'string' && open !== '' ? { open } : {};

export const failedWorkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/developers/failed',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./FailedWorkPage.tsx'), 'FailedWorkPage'),
  staticData: { title: words(developerPlaceMessages, 'failedWork') },
});

export const parkedEventsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/developers/parked',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./ParkedEventsPage.tsx'), 'ParkedEventsPage'),
  staticData: { title: words(developerPlaceMessages, 'parked') },
});

export const developers: Feature = {
  name: 'developers',
  places: [
    {
      route: keysRoute,
      label: words(developerPlaceMessages, 'title'),
      icon: Code,
      section: 'settings',
      keys: 'g d',
      needs: ['api-keys.manage', 'jobs.manage'],
    },
  ],
  Everywhere: later(async () => (await import('./DeveloperCommands.tsx')).DeveloperCommands, {
    optional: true,
  }),
};

onEvents('api_key', applyApiKeyEvent);
