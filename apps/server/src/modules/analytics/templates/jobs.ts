import { z } from 'zod';
import { defineSystemTask } from '../../../platform/jobs/index.ts';
import { countDays, forgetSends, noteSpans } from './count-days.ts';
import { judgeAll } from './judge.ts';
import { advanceRamps, beginRamps } from './ramp.ts';

const count = defineSystemTask({
  name: 'analytics.count-template-days',
  input: z.object({}),
  schedule: '* * * * *',
  run: async ({ acrossWorkspaces, signal }) => {
    await acrossWorkspaces(async (tx) => {
      await noteSpans(tx);
      await beginRamps(tx);
    });
    while (!signal.aborted && (await acrossWorkspaces(countDays)));
  },
});

const judge = defineSystemTask({
  name: 'analytics.judge-templates',
  input: z.object({}),
  schedule: '*/5 * * * *',
  run: ({ acrossWorkspaces }) =>
    acrossWorkspaces(async (tx) => {
      await judgeAll(tx);
      await advanceRamps(tx);
    }),
});

const forget = defineSystemTask({
  name: 'analytics.forget-template-sends',
  input: z.object({}),
  schedule: '35 2 * * *',
  run: ({ acrossWorkspaces }) => acrossWorkspaces(forgetSends),
});

export const templateScorecardTasks = [count, judge, forget];
