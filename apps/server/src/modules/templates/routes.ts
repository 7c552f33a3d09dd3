import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { authoringRoutes, type AuthoringParts } from './families/routes.ts';
import { whileFew, type NumbersParts } from '../numbers/index.ts';
import { cadenceRoutes } from './cadence/routes.ts';
import { libraryRoutes } from './library/routes.ts';
import { lintRoutes } from './lint/routes.ts';
import { getTemplate, listTemplates } from './list.ts';
import { syncTemplates } from './sync.ts';

export function templatesRoutes(numbers: NumbersParts, authoring: AuthoringParts): Route[] {
  const known = workspaceRoutes('templates', contract.templates, {
    list: ({ tx, input }) => listTemplates(tx, input),
    get: ({ tx, input }) => getTemplate(tx, input.templateId),
    sync: ({ tx, input: { accountId } }) =>
      whileFew((signal) => syncTemplates(tx, numbers, { accountId, signal })),
  });
  return [...known, ...authoringRoutes(authoring), ...lintRoutes(), ...libraryRoutes(), ...cadenceRoutes()];
}
