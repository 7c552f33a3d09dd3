import { createGraphClient, GraphFailure } from '@trikon/whatsapp/client';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { asRefusalByMeta, graphForNumber } from '../../numbers/index.ts';
import { addressColumns } from '../address.ts';
import type { ProfileParts } from '../contacts-parts.ts';
import { familyOf } from '../family.ts';
import { holdContacts } from '../hold.ts';
import { readContact } from '../read.ts';
import { getBlocks } from './get-blocks.ts';
import { refreshBlockedAt } from './refresh-blocked.ts';

interface Asked {
  contactId: string;
  numberIds?: readonly string[] | undefined;
  /** What is wanted: blocked, or not any more. */
  blocked: boolean;
  signal: AbortSignal;
}

/**
 * Blocks or unblocks somebody at WhatsApp on each of the numbers. What WhatsApp refuses is kept with its reason beside what
 * it did. Nothing is written before it has answered for all of them, so nothing is held meanwhile.
 */
export async function changeBlocks(tx: Tx, parts: ProfileParts, { contactId, ...asked }: Asked) {
  const { mergedInto } = await readContact(tx, contactId);
  if (mergedInto !== null)
    throw new Refusal('conflict', `This contact has been merged into the contact ${mergedInto}.`);
  const family = await familyOf(tx, contactId);
  const targets = await findTargets(tx, parts, { contactId, family, ...asked });
  const outcomes = await Promise.all(targets.map((target) => ask(target, asked)));
  const failures = outcomes.flatMap(({ silence }) => silence ?? []);
  if (failures.length === outcomes.length) throw asRefusalByMeta(failures[0]);
  await writeOutcomes(tx, { contactId, family, outcomes, blocked: asked.blocked });
  return getBlocks(tx, parts, contactId);
}

type User = { phone: string } | { userId: string };

interface Target {
  numberId: string;
  access: Awaited<ReturnType<typeof graphForNumber>>;
  user: User;
}

interface Finding extends Omit<Asked, 'signal'> {
  family: readonly string[];
}

async function findTargets(tx: Tx, parts: ProfileParts, finding: Finding): Promise<Target[]> {
  const { contactId, family, numberIds, blocked } = finding;
  const known = blocked
    ? (await parts.talk.numbersOf(tx, family)).map(({ numberId }) => numberId)
    : await numbersThatBlock(tx, family);
  const wanted = known.filter((numberId) => numberIds?.includes(numberId) ?? true);
  const rows = await tx.sql<{ numberId: string; to: string | null; recipient: string | null }>(
    `select number.number_id as "numberId", ${addressColumns('contact', 'account.portfolio_id')}
     from numbers number
     join whatsapp_accounts account on account.workspace_id = number.workspace_id and account.account_id = number.account_id
     join contacts contact on contact.workspace_id = number.workspace_id and contact.contact_id = $2
     where number.workspace_id = $1 and number.number_id = any($3::uuid[]) and number.disconnected_at is null
     order by number.number_id`,
    [tx.workspaceId, contactId, wanted],
  );
  const targets: Target[] = [];
  for (const { numberId, to, recipient } of rows) {
    const user = to !== null ? { phone: to } : recipient !== null ? { userId: recipient } : null;
    if (user === null) continue;
    const { workspaceId } = tx;
    targets.push({
      numberId,
      user,
      access: await graphForNumber(tx, parts.numbers, { workspaceId, numberId }),
    });
  }
  if (targets.length > 0) return targets;
  throw new Refusal(
    'conflict',
    blocked
      ? 'They have not talked with any number that is connected. WhatsApp lets a number block only who wrote to it.'
      : 'No connected number blocks them.',
  );
}

async function numbersThatBlock(tx: Tx, family: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ numberId: string }>(
    `select distinct number_id as "numberId" from contact_blocks
     where workspace_id = $1 and contact_id = any($2::uuid[]) and blocked_at is not null`,
    [tx.workspaceId, family],
  );
  return rows.map(({ numberId }) => numberId);
}

interface Outcome {
  numberId: string;
  done: boolean;
  code: number | null;
  /** Meta could not be asked, or did not answer: what it did is not known. */
  silence?: unknown;
}

const timeoutMs = 8_000;

async function ask(
  { numberId, access, user }: Target,
  { blocked, signal }: Pick<Asked, 'blocked' | 'signal'>,
): Promise<Outcome> {
  const graph = createGraphClient(access);
  const call = { numberId: access.phoneNumberId, users: [user] };
  const limits = { timeoutMs, signal };
  try {
    const { failed } = await (blocked ? graph.blockUsers(call, limits) : graph.unblockUsers(call, limits));
    return { numberId, done: failed.length === 0, code: failed[0]?.errors[0]?.code ?? null };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    const { failure } = error;
    if (failure.outcome === 'refused') return { numberId, done: false, code: failure.error.code };
    return { numberId, done: false, code: null, silence: error };
  }
}

interface Writing extends Pick<Asked, 'contactId' | 'blocked'> {
  family: readonly string[];
  outcomes: readonly Outcome[];
}

async function writeOutcomes(tx: Tx, { contactId, family, outcomes, blocked }: Writing): Promise<void> {
  const { workspaceId } = tx;
  await holdContacts(tx, [{ workspaceId, contactId }]);
  const before = new Set(await numbersThatBlock(tx, family));
  const done = outcomes.filter((outcome) => outcome.done).map(({ numberId }) => numberId);
  const refused = outcomes.filter((outcome) => !outcome.done);
  await tx.sql(
    `insert into contact_blocks as known (workspace_id, contact_id, number_id, blocked_at, refused_at, refusal_code, changed_at)
     select $1::uuid, $2::uuid, id, case when $4::boolean then $5::timestamptz end, null::timestamptz, null::int, $5::timestamptz
     from unnest($3::uuid[]) as id
     union all
     select $1, $2, id, null, $5, code, $5 from unnest($6::uuid[], $7::int[]) as refused (id, code)
     on conflict (workspace_id, contact_id, number_id) do update set
       blocked_at = case when excluded.refused_at is not null then known.blocked_at
         when $4 then coalesce(known.blocked_at, excluded.blocked_at) end,
       elsewhere = known.elsewhere and known.blocked_at is not null and $4,
       refused_at = excluded.refused_at, refusal_code = excluded.refusal_code, changed_at = $5`,
    [
      workspaceId,
      contactId,
      done,
      blocked,
      tx.now,
      refused.map(({ numberId }) => numberId),
      refused.map(({ code }) => code),
    ],
  );
  if (!blocked)
    await tx.sql(
      `update contact_blocks set blocked_at = null, elsewhere = false, changed_at = $4
       where workspace_id = $1 and contact_id = any($2::uuid[]) and number_id = any($3::uuid[]) and blocked_at is not null`,
      [workspaceId, family, done, tx.now],
    );
  await refreshBlockedAt(tx, [contactId]);
  const changed = done.filter((numberId) => before.has(numberId) !== blocked);
  await publish(
    tx,
    ...changed.map((numberId) => ({
      type: blocked ? ('contact.blocked' as const) : ('contact.unblocked' as const),
      contactId,
      data: { numberId, elsewhere: false },
    })),
  );
}
