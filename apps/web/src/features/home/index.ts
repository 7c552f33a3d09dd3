import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { House } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { applyRecentEvent } from './activity/apply-events.ts';
import { homeMessages } from './messages.ts';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
  staticData: { title: words(homeMessages, 'title') },
});

export const home: Feature = {
  name: 'home',
  places: [
    { route: homeRoute, label: words(homeMessages, 'title'), icon: House, section: 'daily', keys: 'g h' },
  ],
};

onEvents('*', applyRecentEvent);
