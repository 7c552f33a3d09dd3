import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { House } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { applyRecentEvent } from './activity/apply-events.ts';
import { homePlaceMessages } from './place-messages.ts';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
  staticData: { title: words(homePlaceMessages, 'title') },
});

export const home: Feature = {
  name: 'home',
  places: [
    {
      route: homeRoute,
      label: words(homePlaceMessages, 'title'),
      icon: House,
      section: 'daily',
      keys: 'g h',
    },
  ],
};

onEvents('*', applyRecentEvent);
