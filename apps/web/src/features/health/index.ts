import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { healthPlaceMessages } from './place-messages.ts';

export const healthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/health',
  component: lazyRouteComponent(() => import('./HealthPage.tsx'), 'HealthPage'),
  staticData: { title: words(healthPlaceMessages, 'title') },
});

export const health: Feature = {
  name: 'health',
  places: [
    {
      route: healthRoute,
      label: words(healthPlaceMessages, 'title'),
      icon: Activity,
      section: 'settings',
      keys: 'g y',
      needs: 'health.read',
    },
  ],
};
