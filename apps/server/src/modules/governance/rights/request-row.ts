import type { EventData, FieldValue } from '@trikon/contract';
import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';

type Told = EventData<'rights.step'>;
export type RightsKind = Told['kind'];
type RightsState = Told['state'];
export type RightsStep = Told['what'];
export type RightsChannel = 'chat' | 'page' | 'api' | 'hand';

export interface Change {
  field: string;
  before: FieldValue | null;
  after: FieldValue | null;
}

export interface RequestRow {
  requestId: string;
  kind: RightsKind;
  channel: RightsChannel;
  state: RightsState;
  contactId: string | null;
  language: string;
  said: string | null;
  identifiedAt: Date | null;
  identifiedHow: string | null;
  assignedTo: string | null;
  receivedAt: Date;
  dueAt: Date;
  changes: Change[] | null;
  approvedBy: string | null;
  closedAt: Date | null;
  reason: string | null;
}

export const requestColumns = `request.request_id as "requestId", request.kind, request.channel, request.state,
  request.contact_id as "contactId", request.language, request.said, request.identified_at as "identifiedAt",
  request.identified_how as "identifiedHow", request.assigned_to as "assignedTo", request.received_at as "receivedAt",
  request.due_at as "dueAt", request.changes, request.approved_by as "approvedBy", request.closed_at as "closedAt",
  request.reason`;

/** Held to the commit, so that two people do not decide the same request differently. */
export const holdRequest = (tx: Tx, requestId: string): Promise<RequestRow> =>
  readRow(tx, requestId, 'for update');
export const findRequest = (tx: Tx, requestId: string): Promise<RequestRow> => readRow(tx, requestId, '');

async function readRow(tx: Tx, requestId: string, lock: string): Promise<RequestRow> {
  const [request] = await tx.sql<RequestRow>(
    `select ${requestColumns} from rights_requests request where workspace_id = $1 and request_id = $2 ${lock}`,
    [tx.workspaceId, requestId],
  );
  if (request === undefined) throw notFound('request');
  return request;
}

export function refuseClosed({ closedAt }: RequestRow): void {
  if (closedAt !== null) throw new Refusal('conflict', 'This request is closed.');
}

/** Nothing is told, changed or erased before it is known that it is they who ask. */
export function refuseUnchecked(request: RequestRow): asserts request is RequestRow & { contactId: string } {
  refuseClosed(request);
  if (request.identifiedAt === null || request.contactId === null)
    throw new Refusal('conflict', 'Check first that it is this person who asks.');
}

export function refuseOtherKind({ kind }: RequestRow, wanted: RightsKind, what: string): void {
  if (kind !== wanted) throw new Refusal('conflict', `This request is no ${what}.`);
}

export interface Step {
  what: RightsStep;
  state: RightsState;
  note?: string | null | undefined;
}

type Stepping = Pick<RequestRow, 'requestId' | 'kind' | 'contactId'>;

/** A step is told in the request's own history, in the log, and in the contact's timeline. */
export const takeStep = (tx: Tx, request: Stepping, step: Step): Promise<void> =>
  takeSteps(tx, [{ ...request, ...step, workspaceId: tx.workspaceId }]);

export async function takeSteps(
  tx: Tx | SystemTx,
  steps: readonly (Stepping & Step & { workspaceId: string })[],
): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map(({ workspaceId, requestId, what, note }) => ({
    workspace_id: workspaceId,
    request_id: requestId,
    step_id: newId(tx.now),
    what,
    note: note ?? null,
  }));
  await tx.sql(
    `insert into rights_steps (workspace_id, request_id, step_id, at, what, note, actor_kind, actor_id)
     select workspace_id, request_id, step_id, $2, what, note, $3, $4 from jsonb_to_recordset($1::jsonb)
       as step (workspace_id uuid, request_id uuid, step_id uuid, what text, note text)`,
    [JSON.stringify(rows), tx.now, tx.actor.kind, tx.actor.id],
  );
  await publishIn(
    tx,
    steps.map(({ workspaceId, contactId, requestId, kind, what, state }) => ({
      workspaceId,
      type: 'rights.step' as const,
      ...(contactId !== null && { contactId }),
      data: { requestId, kind, what, state },
    })),
  );
}

interface Moved {
  state: RightsState;
  reason?: string | null;
}

const closing: ReadonlySet<RightsState> = new Set(['done', 'refused']);

export async function moveRequest(
  tx: Tx,
  request: RequestRow,
  { state, reason = null }: Moved,
): Promise<void> {
  await tx.sql(
    `update rights_requests set state = $3, reason = coalesce($4, reason), closed_at = $5, updated_at = $6
     where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, request.requestId, state, reason, closing.has(state) ? tx.now : null, tx.now],
  );
}
