import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ContactRound } from 'lucide-react';
import { onEvents } from '../../../data/live.ts';
import { words } from '../../../i18n/words.ts';
import type { Feature } from '../../../shell/feature.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { applyListEvent } from './apply-events.ts';
import { listPlaceMessages } from './place-messages.ts';
import { readListSearch } from './search.ts';

export const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
  staticData: { title: words(listPlaceMessages, 'title') },
});

export const contacts: Feature = {
  name: 'contacts',
  places: [
    {
      route: contactsRoute,
      label: words(listPlaceMessages, 'title'),
      icon: ContactRound,
      section: 'grow',
      keys: 'g c',
      needs: 'contacts.read',
    },
  ],
};

for (const noun of ['contact', 'contact_tag', 'contact_bulk', 'consent']) onEvents(noun, applyListEvent);
