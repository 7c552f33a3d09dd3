import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const scorecardsQuery = queryOptions({
  queryKey: ['template-scorecards'],
  queryFn: ({ signal }) => api.templateScorecards.list({}, { signal }),
});

export const scorecardQuery = (familyId: string) =>
  queryOptions({
    queryKey: ['template-scorecards', 'one', familyId],
    queryFn: ({ signal }) => api.templateScorecards.get({ familyId }, { signal }),
  });

export const rulesQuery = queryOptions({
  queryKey: ['template-scorecards', 'rules'],
  queryFn: async ({ signal }) => (await api.templateScorecards.rules({}, { signal })).items,
});

export const actionsQuery = infiniteQueryOptions({
  queryKey: ['template-scorecards', 'actions'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.templateScorecards.actions({ limit: 20, ...(cursor ? { cursor } : {}) }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

type Scorecards = Awaited<ReturnType<typeof api.templateScorecards.list>>;
export type ScoreRow = Scorecards['items'][number];
export type ShownRate = ScoreRow['read'];
export type Scorecard = Awaited<ReturnType<typeof api.templateScorecards.get>>['languages'][number];
export type Rule = Awaited<ReturnType<typeof api.templateScorecards.rules>>['items'][number];
export type RuleAct = Awaited<ReturnType<typeof api.templateScorecards.actions>>['items'][number];
