import { z } from 'zod';
import type { SystemTx } from '../../platform/db/index.ts';
import { defineSystemTask, type RunnableTask } from '../../platform/jobs/index.ts';
import { dropExpired } from './sessions.ts';

interface Parts {
  now: () => Date;
}

const dropExpiredSessions = defineSystemTask({
  name: 'workspaces.drop-expired',
  input: z.object({}),
  schedule: '50 2 * * *',
  run: ({ acrossWorkspaces }, { now }: Parts) => acrossWorkspaces((tx: SystemTx) => dropExpired(tx, now())),
});

export const workspacesTasks: RunnableTask<Parts>[] = [dropExpiredSessions];
