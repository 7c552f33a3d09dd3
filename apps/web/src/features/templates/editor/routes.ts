import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onEvents } from '../../../data/live.ts';
import { words } from '../../../i18n/words.ts';
import { shellRoute } from '../../../shell/root-route.tsx';
import { applyVersionEvent } from './apply-events.ts';
import { editorPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

/** A template to begin with, when a copy is wanted: `?copy=<family>`. */
export const newTemplateRoute = createRoute({
  getParentRoute,
  path: '/templates/new',
  validateSearch: ({ copy }: Record<string, unknown>): { copy?: string } =>
    typeof copy === 'string' ? { copy } : {},
  component: lazyRouteComponent(() => import('./new/NewTemplatePage.tsx'), 'NewTemplatePage'),
  staticData: { title: words(editorPlaceMessages, 'fresh') },
});

/** `?from=hi` shows another language beside it, to translate from. */
export const editTemplateRoute = createRoute({
  getParentRoute,
  path: '/templates/$familyId/edit/$language',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === 'string' ? { from } : {},
  component: lazyRouteComponent(() => import('./EditTemplatePage.tsx'), 'EditTemplatePage'),
  staticData: { title: words(editorPlaceMessages, 'edit') },
});

onEvents('template_version', applyVersionEvent);
