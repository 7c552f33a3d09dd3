import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { recordConsent } from '../../consent/index.ts';
import { livingContact } from './open-request.ts';
import { holdRequest, moveRequest, refuseClosed, refuseUnchecked, takeStep } from './request-row.ts';

/** A person says how they know; a message from the own number says it by itself. */
export async function identify(
  tx: Tx,
  { requestId, contactId: named, how }: { requestId: string; contactId?: string | undefined; how: string },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseClosed(request);
  if (request.identifiedAt !== null) throw new Refusal('conflict', 'It has been checked already who asks.');
  const asked = named ?? request.contactId;
  if (asked === null) throw invalidField('contactId', 'required', 'Name the contact who asks.');
  const contactId = await livingContact(tx, asked);
  await tx.sql(
    `update rights_requests set state = 'identified', contact_id = $3, identified_at = $4, identified_how = $5, code = null,
       code_ends_at = null, updated_at = $4 where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, requestId, contactId, tx.now, how],
  );
  await takeStep(tx, { ...request, contactId }, { what: 'identified', state: 'identified', note: how });
}

export async function assign(
  tx: Tx,
  { requestId, userId }: { requestId: string; userId: string | null },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseClosed(request);
  const [member] = await tx.sql<{ name: string }>(
    'select name from members where workspace_id = $1 and user_id = $2',
    [tx.workspaceId, userId],
  );
  if (userId !== null && member === undefined)
    throw invalidField('userId', 'not_a_member', 'Only a member of this workspace can work on it.');
  if (request.assignedTo === userId) return;
  await tx.sql(
    'update rights_requests set assigned_to = $3, updated_at = $4 where workspace_id = $1 and request_id = $2',
    [tx.workspaceId, requestId, userId, tx.now],
  );
  await takeStep(tx, request, { what: 'assigned', state: request.state, note: member?.name });
}

/** Who begins without anybody being named works on it. */
export async function begin(tx: Tx, requestId: string): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseUnchecked(request);
  if (request.state === 'in_work') return;
  await moveRequest(tx, request, { state: 'in_work' });
  if (request.assignedTo === null && tx.actor.kind === 'user')
    await tx.sql('update rights_requests set assigned_to = $3 where workspace_id = $1 and request_id = $2', [
      tx.workspaceId,
      requestId,
      tx.actor.id,
    ]);
  await takeStep(tx, request, { what: 'begun', state: 'in_work' });
}

/** An erasure and a correction are over when they were carried out, which is not for a person to say. */
export async function finish(
  tx: Tx,
  { requestId, note }: { requestId: string; note: string },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseUnchecked(request);
  if (request.kind === 'erasure')
    throw new Refusal('conflict', 'An erasure is done when it was carried out.');
  await moveRequest(tx, request, { state: 'done', reason: note });
  await takeStep(tx, request, { what: 'done', state: 'done', note });
}

export async function refuse(
  tx: Tx,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseClosed(request);
  const running = await tx.sql('select from erasures where workspace_id = $1 and request_id = $2', [
    tx.workspaceId,
    requestId,
  ]);
  if (running.length > 0) throw new Refusal('conflict', 'The erasure has begun and cannot be taken back.');
  await tx.sql(
    'update rights_requests set code = null, code_ends_at = null where workspace_id = $1 and request_id = $2',
    [tx.workspaceId, requestId],
  );
  await moveRequest(tx, request, { state: 'refused', reason });
  await takeStep(tx, request, { what: 'refused', state: 'refused', note: reason });
}

/** Every consent is taken back as of now, for every purpose; no message needs to say STOP for it. */
export async function withdraw(tx: Tx, requestId: string): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseUnchecked(request);
  const { contactId } = request;
  await recordConsent(tx, [
    {
      workspaceId: tx.workspaceId,
      contactId,
      kind: 'withdrawn',
      purpose: '*',
      source: 'data request',
      at: tx.now,
      evidence: { requestId },
    },
  ]);
  await moveRequest(tx, request, { state: 'done' });
  await takeStep(tx, request, { what: 'withdrawn', state: 'done' });
}
