import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Smartphone } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyNumberEvent } from './apply-events.ts';
import { numberPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const numbersRoute = createRoute({
  getParentRoute,
  path: '/numbers',
  component: lazyRouteComponent(() => import('./NumbersPage.tsx'), 'NumbersPage'),
  staticData: { title: words(numberPlaceMessages, 'title') },
});

export const numberRoute = createRoute({
  getParentRoute,
  path: '/numbers/$numberId',
  /** A live test, so that it can be left, and shown to somebody else. */
  validateSearch: ({ test }: Record<string, unknown>): { test?: string } =>
    typeof test === 'string' && test !== '' ? { test } : {},
  component: lazyRouteComponent(() => import('./NumberPage.tsx'), 'NumberPage'),
  staticData: { title: words(numberPlaceMessages, 'number') },
});

export const numberAccountRoute = createRoute({
  getParentRoute,
  path: '/numbers/accounts/$accountId',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
  staticData: { title: words(numberPlaceMessages, 'account') },
});

export const connectNumberRoute = createRoute({
  getParentRoute,
  path: '/numbers/connect',
  component: lazyRouteComponent(() => import('./ConnectPage.tsx'), 'ConnectPage'),
  staticData: { title: words(numberPlaceMessages, 'connect') },
});

export const connectByHandRoute = createRoute({
  getParentRoute,
  path: '/numbers/connect/hand',
  /** An account that is connected already, to repair it. */
  validateSearch: ({ account }: Record<string, unknown>): { account?: string } =>
    typeof account === 'string' && account !== '' ? { account } : {},
  component: lazyRouteComponent(() => import('./ByHandPage.tsx'), 'ByHandPage'),
  staticData: { title: words(numberPlaceMessages, 'byHand') },
});

// The server lets this one page load Meta's script and keep its window: it knows the address (sign-up-page.ts).
export const connectBySignUpRoute = createRoute({
  getParentRoute,
  path: '/numbers/connect/sign-up',
  component: lazyRouteComponent(() => import('./SignUpPage.tsx'), 'SignUpPage'),
  staticData: { title: words(numberPlaceMessages, 'signUp') },
});

export const numbers: Feature = {
  name: 'numbers',
  places: [
    {
      route: numbersRoute,
      label: words(numberPlaceMessages, 'title'),
      icon: Smartphone,
      section: 'settings',
      keys: 'g n',
      needs: 'numbers.read',
    },
  ],
  Everywhere: later(async () => (await import('./NumberCommands.tsx')).NumberCommands, { optional: true }),
};

for (const noun of ['number', 'account', 'app', 'token']) onEvents(noun, applyNumberEvent);
