import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '../../data/api.ts';
import { goTo } from '../../data/session.ts';
import { words } from '../../i18n/words.ts';
import { publicRoute } from '../../shell/root-route.tsx';
import { setUpPlaceMessages } from './place-messages.ts';

export const setUpRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/set-up',
  preload: false,
  beforeLoad: async () => {
    const { needed } = await api.setUp.status();
    if (!needed) await goTo('/sign-in');
  },
  component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
  staticData: { title: words(setUpPlaceMessages, 'title') },
});
