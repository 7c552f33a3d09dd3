import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyMessageEvent } from './apply-events.ts';
import { messagePlaceMessages } from './place-messages.ts';
import { readMessagesSearch } from './search.ts';

const getParentRoute = () => shellRoute;

export const messagesRoute = createRoute({
  getParentRoute,
  path: '/messages',
  validateSearch: readMessagesSearch,
  component: lazyRouteComponent(() => import('./MessagesPage.tsx'), 'MessagesPage'),
  staticData: { title: words(messagePlaceMessages, 'title') },
});

export const messageRoute = createRoute({
  getParentRoute,
  path: '/messages/$messageId',
  component: lazyRouteComponent(() => import('./MessagePage.tsx'), 'MessagePage'),
  staticData: { title: words(messagePlaceMessages, 'one') },
});

export const messages: Feature = {
  name: 'messages',
  places: [
    {
      route: messagesRoute,
      label: words(messagePlaceMessages, 'title'),
      icon: MessagesSquare,
      section: 'run',
      keys: 'g m',
      // A log for those who look after the system; whoever talks to customers has better places for that.
      needs: 'webhooks.inspect',
    },
  ],
  Everywhere: later(async () => (await import('./MessageCommands.tsx')).MessageCommands, { optional: true }),
};

for (const noun of ['message', 'messages', 'media']) onEvents(noun, applyMessageEvent);
