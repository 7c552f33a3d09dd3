import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { profilePlaceMessages } from '../profile/place-messages.ts';
import { readFieldsSearch } from './search.ts';

export const contactFieldsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/fields',
  validateSearch: readFieldsSearch,
  component: lazyRouteComponent(() => import('./FieldsPage.tsx'), 'FieldsPage'),
  staticData: { title: words(profilePlaceMessages, 'fields') },
});
