import type { SystemTx } from '../../../platform/db/index.ts';
import { applyTold } from '../messages/adopt.ts';
import { touchConversations } from '../messages/conversations.ts';
import { fillPlaceholders } from '../messages/insert-messages.ts';
import { nameOf } from '../messages/keys.ts';
import { storeMessages } from '../messages/store-messages.ts';
import { applyPreferences } from './appliers/preferences.ts';
import { readIdentityUpdate } from './appliers/identity.ts';
import { readers } from './appliers/index.ts';
import { hearWishes } from './hear-wishes.ts';
import { keepUpdates } from './kept-updates.ts';
import { noteFiles } from './note-files.ts';
import type { IdentityChange } from '../../contacts/index.ts';
import type { ProcessingNeighbours } from './neighbours.ts';
import { emptyPlan, type Handover, type OfNumber, type Plan } from './plan.ts';
import type { Routed } from './routed.ts';

/** Gives effect to updates, in few statements however many they are, and to each once however often it comes. */
export async function applyUpdates(
  tx: SystemTx,
  items: readonly Routed[],
  neighbours: ProcessingNeighbours,
): Promise<void> {
  const plan = planFor(items);
  const { fresh, homeless } = await storeMessages(tx, plan.messages, neighbours);
  const kept = [...plan.kept, ...new Set(homeless.map((message) => plan.sources.get(message)!))];
  await hearWishes(tx, fresh, neighbours.hearWishes);
  const filled = await fillPlaceholders(tx, plan.files);
  await noteFiles(tx, [...fresh, ...filled]);
  await applyTold(tx, plan.told, neighbours.settle);
  await applyHandovers(tx, plan.handovers, neighbours);
  const news = await keepUpdates(tx, kept);
  const isFresh = new Set(fresh.map(nameOf));
  const changes = plan.identityChanges
    .filter(({ message }) => isFresh.has(nameOf(message)))
    .map(({ change }) => change);
  await applyNews(tx, { news, changes }, neighbours);
}

/** What has not the form that its kind should have is kept whole, like what nobody knows yet. */
function planFor(items: readonly Routed[]): Plan {
  const plan = emptyPlan();
  for (const item of items) {
    const reader = item.numberId === null ? undefined : readers[item.update.kind];
    if (reader === undefined || !reader(item as OfNumber<never>, plan)) plan.kept.push(item);
  }
  return plan;
}

async function applyHandovers(
  tx: SystemTx,
  handovers: readonly Handover[],
  { resolveContacts }: ProcessingNeighbours,
): Promise<void> {
  if (handovers.length === 0) return;
  const contacts = await resolveContacts(
    tx,
    handovers.map(({ customer, workspaceId, at }) => ({ workspaceId, ...customer, at, source: 'whatsapp' })),
  );
  await touchConversations(
    tx,
    handovers.flatMap(({ heldBy, workspaceId, numberId, at }, nth) => {
      const contact = contacts[nth];
      const told = {
        workspaceId,
        numberId,
        at,
        heldBy,
        direction: null,
        opensWindow: false,
        offersFreeEntry: false,
      };
      return contact ? [{ ...told, contactId: contact.contactId }] : [];
    }),
  );
}

/** To each part of the program what concerns it. */
async function applyNews(
  tx: SystemTx,
  { news, changes }: { news: readonly Routed[]; changes: readonly IdentityChange[] },
  neighbours: ProcessingNeighbours,
): Promise<void> {
  const of = <Kind extends Routed['update']['kind']>(...kinds: Kind[]): Routed<Kind>[] =>
    news.filter(({ update }) => (kinds as string[]).includes(update.kind)) as unknown as Routed<Kind>[];
  const told = of('identity').flatMap((item) => readIdentityUpdate(item) ?? []);
  const identities = [...changes, ...told];
  if (identities.length > 0) await neighbours.applyIdentityChanges(tx, identities);
  await applyPreferences(tx, of('preference'), neighbours);
  const templates = of('template');
  if (templates.length > 0) await neighbours.applyTemplateUpdates(tx, templates);
  const numbers = of('account', 'number');
  if (numbers.length > 0) await neighbours.applyNumberUpdates(tx, numbers);
}
