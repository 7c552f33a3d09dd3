import { defineSubscriber, type Subscriber } from '../../platform/events/index.ts';
import { queueSync } from './jobs.ts';

/** An account that was just connected shows its templates within moments. */
export const syncWhenConnected = defineSubscriber({
  name: 'templates.sync-when-connected',
  types: ['account.connected'],
  run: (tx, events) =>
    queueSync(
      tx,
      events.map(({ workspaceId, data: { accountId } }) => ({ workspaceId, accountId })),
    ),
});

export const templatesSubscribers: Subscriber[] = [syncWhenConnected];
