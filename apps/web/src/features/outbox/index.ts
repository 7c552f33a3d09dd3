import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyOutboxEvent } from './apply-events.ts';
import { outboxPlaceMessages } from './place-messages.ts';
import { readOutboxSearch, readRefusedSearch } from './search.ts';

const getParentRoute = () => shellRoute;

export const outboxRoute = createRoute({
  getParentRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
  staticData: { title: words(outboxPlaceMessages, 'title') },
});

export const doubtRoute = createRoute({
  getParentRoute,
  path: '/outbox/doubt',
  component: lazyRouteComponent(() => import('./DoubtPage.tsx'), 'DoubtPage'),
  staticData: { title: words(outboxPlaceMessages, 'doubt') },
});

export const refusedRoute = createRoute({
  getParentRoute,
  path: '/outbox/refused',
  validateSearch: readRefusedSearch,
  component: lazyRouteComponent(() => import('./RefusedPage.tsx'), 'RefusedPage'),
  staticData: { title: words(outboxPlaceMessages, 'refused') },
});

export const outbox: Feature = {
  name: 'outbox',
  places: [
    {
      route: outboxRoute,
      label: words(outboxPlaceMessages, 'title'),
      icon: Send,
      section: 'run',
      keys: 'g o',
      needs: 'outbox.read',
    },
  ],
  Everywhere: later(async () => (await import('./OutboxCommands.tsx')).OutboxCommands, { optional: true }),
};

for (const noun of ['messages', 'message', 'source', 'number']) onEvents(noun, applyOutboxEvent);
