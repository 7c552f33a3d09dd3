import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { applyLedgerEvent, applySuppressionEvent, applyWishEvent } from './apply-events.ts';
import { consentPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const consentRoute = createRoute({
  getParentRoute,
  path: '/consent',
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
  staticData: { title: words(consentPlaceMessages, 'title') },
});

export const proofRoute = createRoute({
  getParentRoute,
  path: '/consent/contacts/$contactId',
  /** What is being done: consent recorded by hand. */
  validateSearch: ({ act }: Record<string, unknown>): { act?: 'record' } => (act === 'record' ? { act } : {}),
  component: lazyRouteComponent(() => import('./proof/ProofPage.tsx'), 'ProofPage'),
  staticData: { title: words(consentPlaceMessages, 'proof') },
});

export const noticesRoute = createRoute({
  getParentRoute,
  path: '/consent/notices',
  /** What is being done: a notice begun, a purpose added, or this purpose renamed. */
  validateSearch: ({
    act,
    purpose,
  }: Record<string, unknown>): { act?: 'new' | 'purpose'; purpose?: string } => ({
    ...((act === 'new' || act === 'purpose') && { act }),
    ...(act === 'purpose' && typeof purpose === 'string' && { purpose }),
  }),
  component: lazyRouteComponent(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
  staticData: { title: words(consentPlaceMessages, 'notices') },
});

export const noticeRoute = createRoute({
  getParentRoute,
  path: '/consent/notices/$noticeId',
  /** The version that is shown, and whether the draft is being written. */
  validateSearch: ({ version, act }: Record<string, unknown>): { version?: number; act?: 'write' } => ({
    ...(Number.isInteger(version) && { version: version as number }),
    ...(act === 'write' && { act }),
  }),
  component: lazyRouteComponent(() => import('./notices/NoticePage.tsx'), 'NoticePage'),
  staticData: { title: words(consentPlaceMessages, 'notices') },
});

export const suppressionRoute = createRoute({
  getParentRoute,
  path: '/consent/suppression',
  /** The list that is open, and what is being done: a new list, or this one changed or added to. */
  validateSearch: ({
    list,
    act,
  }: Record<string, unknown>): { list?: string; act?: 'new' | 'add' | 'edit' } => ({
    ...(typeof list === 'string' && list !== '' && { list }),
    ...((act === 'new' || act === 'add' || act === 'edit') && { act }),
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
      route: consentRoute,
      label: words(consentPlaceMessages, 'title'),
      icon: ShieldCheck,
      section: 'grow',
      needs: 'consent.read',
    },
  ],
};

onEvents('suppression', applySuppressionEvent);
onEvents('consent', applyWishEvent);
for (const noun of ['consent', 'ledger', 'notice', 'purpose']) onEvents(noun, applyLedgerEvent);
