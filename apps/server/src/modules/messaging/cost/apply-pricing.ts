import type { SystemTx } from '../../../platform/db/index.ts';
import { readPricing, type NumberPricing } from './account-pricing.ts';
import { chargeOf, ratesByDay, type Charge, type RatesByDay, type StatusPricing } from './charge.ts';
import { addToMeters, type Counted } from './meters.ts';

/** What a status of an own message says about money. */
export interface PricedStatus {
  workspaceId: string;
  messageId: string;
  status: string;
  at: Date;
  /** Null when it says nothing; that it was delivered counts all the same. */
  pricing: StatusPricing | null;
}

interface MessageRow extends Omit<Counted, 'charge'> {
  messageId: string;
  country: string | null;
  price: Charge | null;
}

/**
 * Takes over what Meta charged. A message counts once, when it was delivered; what is told later corrects by the
 * difference. The order and the number of times in which statuses come make no difference.
 */
export async function applyPricing(tx: SystemTx, items: readonly PricedStatus[]): Promise<void> {
  const told = Map.groupBy(items, ({ workspaceId, messageId }) => `${workspaceId} ${messageId}`);
  if (told.size === 0) return;
  const messages = await lockMessages(
    tx,
    [...told.values()].map(([item]) => item!),
  );
  const pricing = await readPricing(tx, messages);
  const rates = new Map([...pricing].map(([numberId, each]) => [numberId, ratesByDay(each)]));
  const changes = messages.flatMap((message) => {
    const numberPricing = pricing.get(message.numberId)!;
    const list = { numberPricing, rates: rates.get(message.numberId)! };
    const given = told.get(`${message.workspaceId} ${message.messageId}`)!;
    const charge = fold(message, given, list);
    return charge === null || isSame(charge, message.price) ? [] : [{ ...message, charge }];
  });
  if (changes.length === 0) return;
  await storeCharges(tx, changes);
  const before = changes.flatMap(({ price, ...message }) =>
    price === null ? [] : [{ ...message, charge: price, sign: -1 as const }],
  );
  await addToMeters(tx, [...before, ...changes.map((change) => ({ ...change, sign: 1 as const }))]);
}

/** Locked in the order of their keys, so that batches which meet wait for each other in one direction. */
const lockMessages = (tx: SystemTx, items: readonly PricedStatus[]): Promise<MessageRow[]> =>
  tx.sql<MessageRow>(
    `select message.workspace_id as "workspaceId", message.message_id as "messageId", message.number_id as "numberId",
       message.origin, intent.source_id as "sourceId", message.estimated_micros::float8 as estimated, message.price,
       coalesce(contact.country, family.country) as country
     from unnest($1::uuid[], $2::uuid[]) as given (workspace_id, message_id)
     join messages message using (workspace_id, message_id)
     left join intents intent on intent.workspace_id = message.workspace_id and intent.intent_id = message.message_id
     left join contacts contact on contact.workspace_id = message.workspace_id and contact.contact_id = message.contact_id
     left join contacts family on family.workspace_id = contact.workspace_id and family.contact_id = contact.merged_into
     where message.direction = 'out'
     order by message.workspace_id, message.message_id for update of message`,
    [items.map(({ workspaceId }) => workspaceId), items.map(({ messageId }) => messageId)],
  );

const delivering = new Set(['delivered', 'read', 'played']);

/** What is known after all these statuses. */
function fold(
  { price, country }: MessageRow,
  given: readonly PricedStatus[],
  list: { numberPricing: NumberPricing; rates: RatesByDay },
): Charge | null {
  const isDelivered = (price?.delivered ?? false) || given.some(({ status }) => delivering.has(status));
  let known = price;
  for (const { status, at, pricing } of given) {
    if (pricing === null) continue;
    const said = { ...chargeOf({ pricing, at, country }, list), saidAtDelivery: delivering.has(status) };
    if (known === null || outweighs(said, known)) known = { ...said, delivered: isDelivered };
  }
  return known === null ? null : { ...known, delivered: isDelivered };
}

type Said = Pick<Charge, 'saidAtDelivery' | 'at' | 'type' | 'category'>;

/** The proof of delivery outweighs what was said when it was sent; then the later word counts. */
function outweighs(one: Said, other: Said): boolean {
  if (one.saidAtDelivery !== other.saidAtDelivery) return one.saidAtDelivery;
  if (one.at !== other.at) return one.at > other.at;
  return `${one.type} ${one.category}` > `${other.type} ${other.category}`;
}

function isSame(one: Charge, other: Charge | null): boolean {
  return other !== null && (Object.keys(one) as (keyof Charge)[]).every((name) => one[name] === other[name]);
}

async function storeCharges(
  tx: SystemTx,
  changes: readonly { workspaceId: string; messageId: string; charge: Charge }[],
): Promise<void> {
  const rows = changes.map(({ workspaceId, messageId, charge }) => ({
    workspace_id: workspaceId,
    message_id: messageId,
    price: charge,
  }));
  await tx.sql(
    `update messages message set price = change.price
     from jsonb_to_recordset($1::jsonb) as change (workspace_id uuid, message_id uuid, price jsonb)
     where message.workspace_id = change.workspace_id and message.message_id = change.message_id`,
    [JSON.stringify(rows)],
  );
}
