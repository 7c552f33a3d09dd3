import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { checkTemplate } from './check-template.ts';

export const lintRoutes = (): Route[] =>
  workspaceRoutes('templateLint', contract.templateLint, {
    check: ({ tx, input }) => checkTemplate(tx, input),
  });
