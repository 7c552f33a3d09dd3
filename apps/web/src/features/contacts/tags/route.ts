import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { tagPlaceMessages } from './place-messages.ts';
import { readTagsSearch } from './search.ts';

export const contactTagsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/tags',
  validateSearch: readTagsSearch,
  component: lazyRouteComponent(() => import('./TagsPage.tsx'), 'TagsPage'),
  staticData: { title: words(tagPlaceMessages, 'title') },
});
