import { isObject, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { applyPricing, type PricedStatus } from '../cost/apply-pricing.ts';
import { noteAnswers } from './conversations.ts';
import { advanceMessages, type Advance, type Advanced } from './advance-messages.ts';
import { publishAdvances } from './status-events.ts';
import { countPulses } from './status-pulses.ts';
import type { Told } from './strays.ts';

export type KnownStatus = Told & { messageId: string };

/** Writes statuses of known messages: each counts once, and the message moves forward by those that are new. */
export async function recordStatuses(tx: SystemTx, statuses: readonly KnownStatus[]): Promise<void> {
  const fresh = await addStatuses(tx, statuses);
  if (fresh.length === 0) return;
  const advanced = await advanceMessages(tx, advancesOf(fresh));
  await publishAdvances(tx, advanced);
  await noteAnswers(
    tx,
    advanced.filter(isFirstProof).map(({ workspaceId, conversationId, sentAt, at }) => ({
      workspaceId,
      conversationId,
      at: sentAt ?? at,
    })),
  );
  const sentAt = new Map(advanced.map((each) => [each.messageId, each.sentAt ?? each.at]));
  await countPulses(
    tx,
    fresh.map((status) => ({ ...status, sentAt: sentAt.get(status.messageId) ?? status.at })),
  );
  await applyPricing(tx, fresh.map(priceOf));
}

const priceOf = ({ workspaceId, messageId, status, at, value }: KnownStatus): PricedStatus => ({
  workspaceId,
  messageId,
  status,
  at,
  pricing: isObject(value.pricing) ? readPricing(value.pricing) : null,
});

/** Meta had it, and we did not know before. */
const isFirstProof = ({ before, status }: Advanced): boolean =>
  before !== status && !['sent', 'delivered', 'read', 'played'].includes(before) && status !== 'failed';

/** Stores what is new and gives it. */
async function addStatuses(tx: SystemTx, statuses: readonly KnownStatus[]): Promise<KnownStatus[]> {
  if (statuses.length === 0) return [];
  const given = new Map(statuses.map((status) => [idOf(status), status]));
  const rows = [...given.values()].map((status) => ({
    workspace_id: status.workspaceId,
    message_id: status.messageId,
    status: status.status,
    recipient: status.recipient,
    at: status.at,
    received_at: status.receivedAt,
    errors: status.value.errors,
    pricing: status.value.pricing,
    delivery_id: status.deliveryId,
  }));
  const added = await tx.sql<{ messageId: string; status: string; recipient: string }>(
    `insert into message_statuses
       (workspace_id, message_id, status, recipient, at, received_at, errors, pricing, delivery_id)
     select workspace_id, message_id, status, recipient, at, received_at, errors, pricing, delivery_id
     from json_to_recordset($1::json) as told (workspace_id uuid, message_id uuid, status text, recipient text,
       at timestamptz, received_at timestamptz, errors jsonb, pricing jsonb, delivery_id uuid)
     order by workspace_id, message_id, status, recipient
     on conflict do nothing returning message_id as "messageId", status, recipient`,
    [JSON.stringify(rows)],
  );
  return added.map((row) => given.get(idOf(row))!);
}

const idOf = ({
  messageId,
  status,
  recipient,
}: Pick<KnownStatus, 'messageId' | 'status' | 'recipient'>): string => `${messageId} ${status} ${recipient}`;

function advancesOf(statuses: readonly KnownStatus[]): Advance[] {
  const byMessage = new Map<string, Advance>();
  for (const { workspaceId, messageId, status, at, value } of statuses) {
    const advance = byMessage.get(messageId) ?? { workspaceId, messageId, statuses: [], times: {} };
    advance.statuses.push(status);
    const before = advance.times[status];
    if (before === undefined || at < before) advance.times[status] = at;
    if (status === 'failed') advance.failure ??= failureOf(value.errors);
    byMessage.set(messageId, advance);
  }
  return [...byMessage.values()];
}

/** What Meta says was wrong, with a code of ours that stays the same when Meta's words change. */
function failureOf(errors: Json | undefined): Advance['failure'] {
  const error = Array.isArray(errors) ? errors.find(isObject) : undefined;
  const code = Number(error?.code);
  if (error === undefined || !Number.isSafeInteger(code)) return { reason: 'failed', error: error ?? null };
  return { reason: `meta_${code}`, error, code };
}

/** What has another form than documented says nothing. */
const readPricing = ({
  billable,
  pricing_model: model,
  type,
  category,
}: JsonObject): PricedStatus['pricing'] => ({
  billable: typeof billable === 'boolean' ? billable : undefined,
  pricing_model: textOrNothing(model),
  type: textOrNothing(type),
  category: textOrNothing(category),
});

const textOrNothing = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
