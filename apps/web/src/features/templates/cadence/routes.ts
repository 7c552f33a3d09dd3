import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { refetchQuery } from '../../../data/patch-query.ts';
import { onEvents } from '../../../data/live.ts';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { libraryPlaceMessages } from '../library/place-messages.ts';
import { cadenceQuery } from './queries.ts';

export const templateCadenceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates/cadence',
  component: lazyRouteComponent(() => import('./CadencePage.tsx'), 'CadencePage'),
  staticData: { title: words(libraryPlaceMessages, 'cadence') },
});

for (const noun of ['template_cadence', 'template_reminder'])
  onEvents(noun, (_event, queryClient) => refetchQuery(queryClient, cadenceQuery));
