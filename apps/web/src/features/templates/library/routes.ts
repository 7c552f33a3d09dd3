import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { libraryPlaceMessages } from './place-messages.ts';
import { readLibrarySearch } from './search.ts';

export const templateLibraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates/library',
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('./LibraryPage.tsx'), 'LibraryPage'),
  staticData: { title: words(libraryPlaceMessages, 'library') },
});
