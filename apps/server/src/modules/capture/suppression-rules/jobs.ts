import { z } from 'zod';
import { defineSubscriber, type Subscriber } from '../../../platform/events/index.ts';
import { defineSystemTask, defineTask, enqueueIn, type RunnableTask } from '../../../platform/jobs/index.ts';
import { listRuled, setRuleMembers } from '../../consent/index.ts';
import { findMembers } from './find-members.ts';

/** Finds again who belongs on the workspace's lists by what happened. */
const findSuppressed = defineTask({
  name: 'capture.find-suppressed',
  input: z.object({}),
  run: async ({ inWorkspace, readWorkspace, signal }) => {
    for (const list of await readWorkspace(listRuled)) {
      signal.throwIfAborted();
      const found = await readWorkspace((tx) => findMembers(tx, list));
      await inWorkspace((tx) => setRuleMembers(tx, list, found));
    }
  },
});

const findAllSuppressed = defineSystemTask({
  name: 'capture.find-all-suppressed',
  input: z.object({}),
  schedule: '17 * * * *',
  run: ({ acrossWorkspaces }) =>
    acrossWorkspaces(async (tx) => {
      const ruled = await tx.sql<{ workspaceId: string }>(
        `select distinct workspace_id as "workspaceId" from suppression_lists where rule is not null order by 1`,
      );
      await enqueueIn(
        tx,
        findSuppressed,
        ruled.map((workspace) => ({ ...workspace, input: {}, key: 'all', priority: 'later' as const })),
      );
    }),
});

/** A list that was just made shows at once whom its rule finds. */
const findWhenChanged = defineSubscriber({
  name: 'capture.find-suppressed-when-changed',
  types: ['suppression.list_changed'],
  from: 'now',
  run: (tx, events) =>
    enqueueIn(
      tx,
      findSuppressed,
      events
        .filter(({ data }) => data.change !== 'removed')
        .map(({ workspaceId }) => ({ workspaceId, input: {}, key: 'all' })),
    ),
});

export const suppressionTasks: RunnableTask[] = [findSuppressed, findAllSuppressed];
export const suppressionSubscribers: Subscriber[] = [findWhenChanged];
