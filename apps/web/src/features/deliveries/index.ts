import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Webhook } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyDeliveryEvent } from './apply-events.ts';
import { deliveryPlaceMessages } from './place-messages.ts';
import { readDeliveriesSearch, readUpdatesSearch } from './search.ts';

const getParentRoute = () => shellRoute;

export const deliveriesRoute = createRoute({
  getParentRoute,
  path: '/deliveries',
  validateSearch: readDeliveriesSearch,
  component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
  staticData: { title: words(deliveryPlaceMessages, 'title') },
});

export const parkedDeliveriesRoute = createRoute({
  getParentRoute,
  path: '/deliveries/parked',
  component: lazyRouteComponent(() => import('./ParkedPage.tsx'), 'ParkedPage'),
  staticData: { title: words(deliveryPlaceMessages, 'parked') },
});

export const updatesRoute = createRoute({
  getParentRoute,
  path: '/deliveries/updates',
  validateSearch: readUpdatesSearch,
  component: lazyRouteComponent(() => import('./UpdatesPage.tsx'), 'UpdatesPage'),
  staticData: { title: words(deliveryPlaceMessages, 'updates') },
});

export const deliveryRoute = createRoute({
  getParentRoute,
  path: '/deliveries/$deliveryId',
  component: lazyRouteComponent(() => import('./DeliveryPage.tsx'), 'DeliveryPage'),
  staticData: { title: words(deliveryPlaceMessages, 'one') },
});

export const deliveries: Feature = {
  name: 'deliveries',
  places: [
    {
      route: deliveriesRoute,
      label: words(deliveryPlaceMessages, 'title'),
      icon: Webhook,
      section: 'settings',
      keys: 'g w',
      needs: 'webhooks.inspect',
    },
  ],
  Everywhere: later(async () => (await import('./DeliveryCommands.tsx')).DeliveryCommands, {
    optional: true,
  }),
};

// Whatever WhatsApp tells comes by a delivery; these are the nouns that most of them are about.
for (const noun of ['delivery', 'message', 'template', 'number', 'account', 'contact', 'consent'])
  onEvents(noun, applyDeliveryEvent);
