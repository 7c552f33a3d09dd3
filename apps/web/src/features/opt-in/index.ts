import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { UserRoundCheck } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyOptInEvent } from './apply-events.ts';
import { optInPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const optInRoute = createRoute({
  getParentRoute,
  path: '/opt-in',
  component: lazyRouteComponent(() => import('./OptInPage.tsx'), 'OptInPage'),
  staticData: { title: words(optInPlaceMessages, 'title') },
});

export const newEntryPointRoute = createRoute({
  getParentRoute,
  path: '/opt-in/new',
  /** What kind of place it is to be. */
  validateSearch: ({ kind }: Record<string, unknown>): { kind?: string } =>
    typeof kind === 'string' ? { kind } : {},
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
  staticData: { title: words(optInPlaceMessages, 'add') },
});

export const entryPointRoute = createRoute({
  getParentRoute,
  path: '/opt-in/$entryPointId',
  validateSearch: ({ edit }: Record<string, unknown>): { edit?: boolean } => (edit === true ? { edit } : {}),
  component: lazyRouteComponent(() => import('./EntryPointPage.tsx'), 'EntryPointPage'),
  staticData: { title: words(optInPlaceMessages, 'one') },
});

export const sheetRoute = createRoute({
  getParentRoute,
  path: '/opt-in/$entryPointId/sheet',
  /** How large the paper is, and where the code leads. */
  validateSearch: ({ size, to }: Record<string, unknown>): { size?: 'a6'; to?: 'page' } => ({
    ...(size === 'a6' ? { size } : {}),
    ...(to === 'page' ? { to } : {}),
  }),
  component: lazyRouteComponent(() => import('./SheetPage.tsx'), 'SheetPage'),
  staticData: { title: words(optInPlaceMessages, 'sheet') },
});

export const optIn: Feature = {
  name: 'opt-in',
  places: [
    {
      route: optInRoute,
      label: words(optInPlaceMessages, 'title'),
      icon: UserRoundCheck,
      section: 'grow',
      needs: 'capture.manage',
    },
  ],
  Everywhere: later(async () => (await import('./OptInCommands.tsx')).OptInCommands, { optional: true }),
};

for (const noun of ['entry_point', 'opt_in']) onEvents(noun, applyOptInEvent);
