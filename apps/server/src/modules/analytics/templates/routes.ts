import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { answerRecategorised, undoAction } from './decide.ts';
import { listActions } from './list-actions.ts';
import { listRules, updateRule } from './rules.ts';
import { getScorecard, listScorecards } from './scorecards.ts';

export const templateScorecardRoutes = (): Route[] =>
  workspaceRoutes('templateScorecards', contract.templateScorecards, {
    list: ({ tx }) => listScorecards(tx),
    get: ({ tx, input }) => getScorecard(tx, input.familyId),
    rules: ({ tx }) => listRules(tx),
    updateRule: ({ tx, input }) => updateRule(tx, input),
    actions: ({ tx, input }) => listActions(tx, input),
    undo: ({ tx, input }) => undoAction(tx, input),
    answer: ({ tx, input }) => answerRecategorised(tx, input),
  });
