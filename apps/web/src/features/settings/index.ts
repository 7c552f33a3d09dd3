import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Settings } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { applySignOnEvent, applyWorkspaceEvent } from './apply-events.ts';
import { settingsPlaceMessages } from './place-messages.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: ({ connect }: Record<string, unknown>): { connect?: boolean } =>
    connect === true ? { connect } : {},
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
  staticData: { title: words(settingsPlaceMessages, 'title') },
});

export const settings: Feature = {
  name: 'settings',
  places: [
    {
      route: settingsRoute,
      label: words(settingsPlaceMessages, 'title'),
      icon: Settings,
      section: 'settings',
      keys: 'g s',
      needs: ['workspace.update', 'sign-on.manage'],
    },
  ],
};

onEvents('workspace', applyWorkspaceEvent);
onEvents('sign_on', applySignOnEvent);
