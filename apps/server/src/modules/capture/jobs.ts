import { z } from 'zod';
import { defineTask, type RunnableTask } from '../../platform/jobs/index.ts';
import { confirmationTasks } from './confirmations/jobs.ts';
import { suppressionTasks } from './suppression-rules/jobs.ts';
import { readMessages } from './heard.ts';
import { takeMessage } from './take-message.ts';
import type { Answering } from './thanks/thank.ts';

export const takeMessagesTask = defineTask({
  name: 'capture.take-messages',
  input: z.object({ messageIds: z.array(z.uuid()).max(1_000) }),
  run: async ({ workspaceId, input, readWorkspace, inWorkspace, signal }, parts: Answering) => {
    const ids = input.messageIds.map((messageId) => ({ workspaceId, messageId }));
    const messages = await readWorkspace((tx) => readMessages(tx, ids));
    // Each by itself: what is wrong with one is not done to another, and repeating those before it changes nothing.
    for (const message of messages) {
      signal.throwIfAborted();
      await inWorkspace((tx) => takeMessage(tx, parts, message));
    }
  },
});

export const captureTasks: RunnableTask<Answering>[] = [
  takeMessagesTask,
  ...confirmationTasks,
  ...suppressionTasks,
];
