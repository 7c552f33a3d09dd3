import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '../../i18n/words.ts';
import { publicRoute } from '../../shell/root-route.tsx';
import { joiningPlaceMessages } from './place-messages.ts';

export const joiningRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./JoinPage.tsx'), 'JoinPage'),
  staticData: { title: words(joiningPlaceMessages, 'page') },
});
