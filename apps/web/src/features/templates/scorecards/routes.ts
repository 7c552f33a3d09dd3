import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onEvents } from '../../../data/live.ts';
import { refetchSoon } from '../../../data/refetch-soon.ts';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { scorecardPlaceMessages } from './place-messages.ts';

export const templateScorecardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates/scorecards',
  component: lazyRouteComponent(() => import('./ScorecardsPage.tsx'), 'ScorecardsPage'),
  staticData: { title: words(scorecardPlaceMessages, 'scorecards') },
});

onEvents('template_rule', (_event, queryClient) => refetchSoon(queryClient, ['template-scorecards']));
