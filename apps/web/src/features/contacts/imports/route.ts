import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onEvents } from '../../../data/live.ts';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { applyFileEvent } from './apply-events.ts';
import { importPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const newImportRoute = createRoute({
  getParentRoute,
  path: '/contacts/import',
  component: lazyRouteComponent(() => import('./NewImportPage.tsx'), 'NewImportPage'),
  staticData: { title: words(importPlaceMessages, 'add') },
});

export const importsRoute = createRoute({
  getParentRoute,
  path: '/contacts/imports',
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
  staticData: { title: words(importPlaceMessages, 'list') },
});

export const importRoute = createRoute({
  getParentRoute,
  path: '/contacts/imports/$importId',
  /** Whether the columns of a checked file are chosen anew. */
  validateSearch: ({ columns }: Record<string, unknown>): { columns?: boolean | undefined } =>
    columns === true ? { columns } : {},
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  staticData: { title: words(importPlaceMessages, 'one') },
});

for (const noun of ['contact_import', 'contact_export']) onEvents(noun, applyFileEvent);
