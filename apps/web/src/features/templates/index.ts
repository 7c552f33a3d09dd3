import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LayoutTemplate } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyTemplateEvent } from './apply-events.ts';
import { templatePlaceMessages } from './place-messages.ts';
import { readTemplateSearch, readTemplatesSearch } from './search.ts';

export { editTemplateRoute, newTemplateRoute } from './editor/routes.ts';

const getParentRoute = () => shellRoute;

export const templatesRoute = createRoute({
  getParentRoute,
  path: '/templates',
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
  staticData: { title: words(templatePlaceMessages, 'title') },
});

export const templateReviewRoute = createRoute({
  getParentRoute,
  path: '/templates/review',
  component: lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
  staticData: { title: words(templatePlaceMessages, 'review') },
});

export const templateNamingRoute = createRoute({
  getParentRoute,
  path: '/templates/naming',
  component: lazyRouteComponent(() => import('./NamingPage.tsx'), 'NamingPage'),
  staticData: { title: words(templatePlaceMessages, 'naming') },
});

export const templateRoute = createRoute({
  getParentRoute,
  path: '/templates/$familyId',
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import('./TemplatePage.tsx'), 'TemplatePage'),
  staticData: { title: words(templatePlaceMessages, 'one') },
});

export const templates: Feature = {
  name: 'templates',
  places: [
    {
      route: templatesRoute,
      label: words(templatePlaceMessages, 'title'),
      icon: LayoutTemplate,
      section: 'grow',
      keys: 'g e',
      needs: 'templates.read',
    },
  ],
  Everywhere: later(async () => (await import('./TemplateCommands.tsx')).TemplateCommands, {
    optional: true,
  }),
};

for (const noun of ['template', 'templates', 'template_family', 'template_version', 'template_submission'])
  onEvents(noun, applyTemplateEvent);
