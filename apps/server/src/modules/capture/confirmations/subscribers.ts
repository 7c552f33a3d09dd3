import { defineSubscriber, type Subscriber } from '../../../platform/events/index.ts';
import { enqueueIn } from '../../../platform/jobs/index.ts';
import { confirmWishTask } from './jobs.ts';

/** Whoever asks for something is told what became of it. */
const confirmWishes = defineSubscriber({
  name: 'capture.confirm-wishes',
  types: ['consent.wish_heard'],
  from: 'now',
  run: (tx, events) =>
    enqueueIn(
      tx,
      confirmWishTask,
      events.map(({ workspaceId, data: { messageId } }) => ({
        workspaceId,
        input: { messageId },
        key: messageId,
        priority: 'urgent' as const,
      })),
    ),
});

export const confirmationSubscribers: Subscriber[] = [confirmWishes];
