import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { applySuppressionEvent, applyWishEvent } from './apply-events.ts';
import { consentPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const suppressionRoute = createRoute({
  getParentRoute,
  path: '/consent/suppression',
  /** The list that is open, and what is being done: a new list, or people added to this one. */
  validateSearch: ({ list, act }: Record<string, unknown>): { list?: string; act?: 'new' | 'add' } => ({
    ...(typeof list === 'string' && list !== '' && { list }),
    ...((act === 'new' || act === 'add') && { act }),
  }),
  component: lazyRouteComponent(() => import('./suppression/SuppressionPage.tsx'), 'SuppressionPage'),
  staticData: { title: words(consentPlaceMessages, 'suppression') },
});

export const optOutWordsRoute = createRoute({
  getParentRoute,
  path: '/consent/words',
  component: lazyRouteComponent(() => import('./words/WordsPage.tsx'), 'WordsPage'),
  staticData: { title: words(consentPlaceMessages, 'words') },
});

export const consent: Feature = {
  name: 'consent',
  places: [
    {
      route: suppressionRoute,
      label: words(consentPlaceMessages, 'title'),
      icon: ShieldCheck,
      section: 'grow',
      needs: 'consent.read',
    },
  ],
};

onEvents('suppression', applySuppressionEvent);
onEvents('consent', applyWishEvent);
