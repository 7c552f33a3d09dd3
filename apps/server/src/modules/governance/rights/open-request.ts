import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { takeStep, type RightsChannel, type RightsKind } from './request-row.ts';
import { readSettings } from './settings.ts';

export const day = 86_400_000;

interface Opened {
  kind: RightsKind;
  channel: RightsChannel;
  contactId: string | null;
  language: string;
  said?: string | undefined;
  receivedAt?: Date | undefined;
  /** Null while nobody knows who asks. */
  identifiedHow: string | null;
  code?: { text: string; endsAt: Date } | undefined;
}

/** The clock runs from when it was received, not from when somebody wrote it down or checked who it was. */
export async function openRequest(tx: Tx, opened: Opened): Promise<string> {
  const { dueDays } = await readSettings(tx);
  const requestId = newId(tx.now);
  const { kind, channel, contactId, language, said, identifiedHow, code, receivedAt = tx.now } = opened;
  const state = identifiedHow === null ? 'received' : 'identified';
  await tx.sql(
    `insert into rights_requests (workspace_id, request_id, kind, channel, state, contact_id, language, said, code,
       code_ends_at, identified_at, identified_how, received_at, due_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.workspaceId,
      requestId,
      kind,
      channel,
      state,
      contactId,
      language,
      said ?? null,
      code?.text ?? null,
      code?.endsAt ?? null,
      identifiedHow === null ? null : tx.now,
      identifiedHow,
      receivedAt,
      new Date(receivedAt.getTime() + dueDays * day),
      tx.now,
    ],
  );
  const request = { requestId, kind, contactId };
  // Until the code came nobody has asked for anything.
  if (code !== undefined) return requestId;
  await takeStep(tx, request, { what: 'received', state: 'received' });
  if (identifiedHow !== null)
    await takeStep(tx, request, { what: 'identified', state: 'identified', note: identifiedHow });
  return requestId;
}

interface Written {
  kind: RightsKind;
  contactId: string;
  said?: string | undefined;
  language: string;
  receivedAt?: string | undefined;
  identifiedHow?: string | undefined;
}

/** What came by phone, letter or another program. */
export async function writeDown(tx: Tx, written: Written): Promise<string> {
  const contactId = await livingContact(tx, written.contactId);
  const receivedAt = written.receivedAt === undefined ? tx.now : new Date(written.receivedAt);
  if (receivedAt > tx.now)
    throw invalidField('receivedAt', 'in_the_future', 'A request is written down when it has come.');
  if (receivedAt.getTime() < tx.now.getTime() - 366 * day)
    throw invalidField('receivedAt', 'too_long_ago', 'This was more than a year ago.');
  const channel = tx.actor.kind === 'key' ? 'api' : 'hand';
  const identifiedHow = written.identifiedHow ?? null;
  return openRequest(tx, { ...written, channel, contactId, receivedAt, identifiedHow });
}

/** Somebody who was merged asks as whom they were merged into; of who was erased nothing is left to ask for. */
export async function livingContact(tx: Tx, contactId: string): Promise<string> {
  const [found] = await tx.sql<{ contactId: string }>(
    `select coalesce(named.merged_into, named.contact_id) as "contactId" from contacts named
     where workspace_id = $1 and contact_id = $2 and erased_at is null`,
    [tx.workspaceId, contactId],
  );
  if (found === undefined) throw notFound('contact');
  return found.contactId;
}
