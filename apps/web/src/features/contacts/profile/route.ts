import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onEvents } from '../../../data/live.ts';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { applyProfileEvent } from './apply-events.ts';
import { profilePlaceMessages } from './place-messages.ts';
import { readContactSearch } from './search.ts';

export const contactRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$contactId',
  validateSearch: readContactSearch,
  component: lazyRouteComponent(() => import('./ContactPage.tsx'), 'ContactPage'),
  staticData: { title: words(profilePlaceMessages, 'one') },
});

for (const noun of ['contact', 'contact_fields', 'consent', 'message', 'conversation'])
  onEvents(noun, applyProfileEvent);
