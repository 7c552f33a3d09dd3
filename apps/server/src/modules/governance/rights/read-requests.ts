import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { nameActors, type NamedActor } from '../../contacts/index.ts';
import { listHolds } from './holds.ts';
import { requestColumns, type RequestRow, type RightsKind, type RightsStep } from './request-row.ts';
import { readSettings } from './settings.ts';
import { packageColumns, type PackageRow } from './package/package-row.ts';

const shownColumns = `${requestColumns}, coalesce(who.name, who.profile_name) as "contactName", who.phone as "contactPhone"`;
const shownTables = `rights_requests request left join contacts who
  on who.workspace_id = request.workspace_id and who.contact_id = request.contact_id`;

/** What somebody typed on the public page counts when its code has come. */
const isAsked = `(request.channel <> 'page' or request.identified_at is not null)`;

type Listed = RequestRow & { contactName: string | null; contactPhone: string | null };

interface Asked {
  show: 'open' | 'overdue' | 'closed';
  kind?: RightsKind | undefined;
  contactId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What is open by when it has to be done, so that what is late comes first. */
export async function listRequests(tx: Tx, { show, kind, contactId, cursor, limit }: Asked) {
  const isClosed = show === 'closed';
  const at = isClosed ? 'request.closed_at' : 'request.due_at';
  const [order, compare] = isClosed ? ['desc', '<'] : ['asc', '>'];
  const from = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<Listed>(
    `select ${shownColumns} from ${shownTables}
     where request.workspace_id = $1 and ${isAsked} and request.closed_at is ${isClosed ? 'not null' : 'null'}
       and ($2::text is null or request.kind = $2) and ($3::uuid is null or request.contact_id = $3)
       and ($4::boolean = false or request.due_at < $5)
       and ($6::timestamptz is null or (${at}, request.request_id) ${compare} ($6, $7::uuid))
     order by ${at} ${order}, request.request_id ${order} limit $8`,
    [
      tx.workspaceId,
      kind ?? null,
      contactId ?? null,
      show === 'overdue',
      tx.now,
      from?.[0] ?? null,
      from?.[1] ?? null,
      limit + 1,
    ],
  );
  return pageOf(rows, limit, ({ closedAt, dueAt, requestId }) => [
    (isClosed ? closedAt! : dueAt).toISOString(),
    requestId,
  ]);
}

export async function countRequests(tx: Tx) {
  const { warnDays } = await readSettings(tx);
  const [counts] = await tx.sql<{ open: number; dueSoon: number; overdue: number }>(
    `select count(*)::int as open, count(*) filter (where due_at < $2)::int as overdue,
       count(*) filter (where due_at >= $2 and due_at < $2::timestamptz + make_interval(days => $3))::int as "dueSoon"
     from rights_requests request where workspace_id = $1 and closed_at is null and ${isAsked}`,
    [tx.workspaceId, tx.now, warnDays],
  );
  return counts!;
}

interface StepRow {
  stepId: string;
  at: Date;
  what: RightsStep;
  note: string | null;
  actor: Actor;
}

export async function readRequest(tx: Tx, requestId: string) {
  const [request] = await tx.sql<Listed>(
    `select ${shownColumns} from ${shownTables} where request.workspace_id = $1 and request.request_id = $2`,
    [tx.workspaceId, requestId],
  );
  if (request === undefined) throw notFound('request');
  const settings = await readSettings(tx);
  const { contactName, contactAddress, fourEyes } = settings;
  return {
    ...request,
    package: await findPackage(tx, requestId),
    erasure: await findErasure(tx, requestId),
    needsApproval: fourEyes && request.approvedBy === null,
    holds: request.contactId === null ? [] : await listHolds(tx, request.contactId),
    steps: await readSteps(tx, requestId),
    contactPerson: { name: contactName, address: contactAddress },
  };
}

async function findPackage(tx: Tx, requestId: string): Promise<PackageRow | null> {
  const [found] = await tx.sql<PackageRow>(
    `select ${packageColumns} from rights_packages where workspace_id = $1 and request_id = $2
     order by package_id desc limit 1`,
    [tx.workspaceId, requestId],
  );
  return found ?? null;
}

async function findErasure(tx: Tx, requestId: string) {
  const [found] = await tx.sql<{ state: 'running' | 'done'; finishedAt: Date | null }>(
    'select state, finished_at as "finishedAt" from erasures where workspace_id = $1 and request_id = $2',
    [tx.workspaceId, requestId],
  );
  return found ?? null;
}

async function readSteps(tx: Tx, requestId: string): Promise<(StepRow & { actor: NamedActor })[]> {
  const steps = await tx.sql<StepRow>(
    `select step_id as "stepId", at, what, note, jsonb_build_object('kind', actor_kind, 'id', actor_id) as actor
     from rights_steps where workspace_id = $1 and request_id = $2 order by at, step_id limit 1000`,
    [tx.workspaceId, requestId],
  );
  const named = await nameActors(
    tx,
    steps.map(({ actor }) => actor),
  );
  return steps.map((step) => ({ ...step, actor: named(step.actor) }));
}
