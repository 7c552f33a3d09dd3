import { defineSubscriber, type Subscriber } from '../../platform/events/index.ts';
import { queueSync } from './jobs.ts';
import { linkTemplates } from './linking/link-templates.ts';
import { tellFamilies } from './linking/tell-families.ts';

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

/** What there is at WhatsApp is a family here, and what happens to it there is in the family’s history. */
export const keepFamilies = defineSubscriber({
  name: 'templates.keep-families',
  types: ['templates.synced', 'template.changed'],
  run: async (tx, events) => {
    const accounts = new Map(
      events.map(({ workspaceId, data: { accountId } }) => [
        `${workspaceId} ${accountId}`,
        { workspaceId, accountId },
      ]),
    );
    await linkTemplates(tx, [...accounts.values()]);
    await tellFamilies(
      tx,
      events.filter((event) => event.type === 'template.changed'),
    );
  },
});

export const templatesSubscribers: Subscriber[] = [syncWhenConnected, keepFamilies];
