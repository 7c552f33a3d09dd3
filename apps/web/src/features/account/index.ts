import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { accountPlaceMessages } from './place-messages.ts';

export { AccountMenu } from './AccountMenu.tsx';
export { TwoStepNotice } from './TwoStepNotice.tsx';
export { noticeTwoStepAsked } from './two-step-asked.ts';

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
  staticData: { title: words(accountPlaceMessages, 'title') },
});

export const securityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/security',
  component: lazyRouteComponent(() => import('./SecurityPage.tsx'), 'SecurityPage'),
  staticData: { title: words(accountPlaceMessages, 'security') },
});

export const devicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/devices',
  component: lazyRouteComponent(() => import('./DevicesPage.tsx'), 'DevicesPage'),
  staticData: { title: words(accountPlaceMessages, 'devices') },
});

export const account: Feature = {
  name: 'account',
  places: [],
  Everywhere: later(async () => (await import('./AccountCommands.tsx')).AccountCommands, { optional: true }),
};
