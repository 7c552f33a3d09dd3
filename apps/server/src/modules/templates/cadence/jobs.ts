import { z } from 'zod';
import { defineSystemTask } from '../../../platform/jobs/index.ts';
import { raiseReminders } from './raise-reminders.ts';

/** Early in the morning of India, so that whoever begins work finds what is due. */
export const remindOfTemplates = defineSystemTask({
  name: 'templates.remind',
  input: z.object({}),
  schedule: '17 1 * * *',
  run: async ({ acrossWorkspaces }) => {
    await acrossWorkspaces(raiseReminders);
  },
});
