import { z } from 'zod';
import { defineTask, type RunnableTask } from '../../../platform/jobs/index.ts';
import type { SendParts } from '../../messaging/index.ts';
import type { PreferenceLinks } from '../preferences/links.ts';
import { confirmWish } from './confirm-wish.ts';

interface Parts {
  sending: SendParts;
  links: PreferenceLinks;
}

export const confirmWishTask = defineTask({
  name: 'capture.confirm-wish',
  input: z.object({ messageId: z.uuid() }),
  run: ({ input, inWorkspace }, { sending, links }: Parts) =>
    inWorkspace((tx) => confirmWish(tx, { sending, links }, input.messageId)),
});

export const confirmationTasks: RunnableTask<Parts>[] = [confirmWishTask];
