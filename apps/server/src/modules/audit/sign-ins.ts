import type { SystemTx, Tx } from '../../platform/db/index.ts';
import type { LoggedEventOf } from '../../platform/events/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';

interface SignInRow {
  eventId: string;
  at: Date;
  userId: string;
  name: string;
  email: string;
  outcome: 'succeeded' | 'wrong_password' | 'second_factor_required' | 'wrong_code';
  method: 'password' | 'passkey' | 'two_factor' | 'company';
  ipAddress: string | null;
  device: string | null;
}

interface Filter {
  cursor?: string | undefined;
  limit: number;
  userId?: string | undefined;
  outcome?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export async function listSignIns(tx: Tx, { cursor, limit, userId, outcome, from, to }: Filter) {
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<SignInRow>(
    `select event_id as "eventId", at, user_id as "userId", name, email, outcome, method, ip_address as "ipAddress", device
     from sign_ins
     where workspace_id = $1
       and ($2::timestamptz is null or (at, event_id) < ($2, $3::uuid))
       and ($4::uuid is null or user_id = $4) and ($5::text is null or outcome = $5)
       and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
     order by at desc, event_id desc limit $8`,
    [
      tx.workspaceId,
      before?.[0] ?? null,
      before?.[1] ?? null,
      userId ?? null,
      outcome ?? null,
      from ?? null,
      to ?? null,
      limit + 1,
    ],
  );
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.eventId]);
}

/** One statement for a batch of any workspaces; an event that comes again changes nothing. */
export async function storeSignIns(tx: SystemTx, events: LoggedEventOf<'member.sign_in'>[]): Promise<void> {
  const rows = events.map(({ workspaceId, at, eventId, data }) => ({
    workspace_id: workspaceId,
    at,
    event_id: eventId,
    user_id: data.userId,
    name: data.name,
    email: data.email,
    outcome: data.outcome,
    method: data.method,
    ip_address: data.ipAddress,
    device: data.device,
  }));
  await tx.sql(
    `insert into sign_ins (workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device)
     select workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device
     from jsonb_to_recordset($1::jsonb) as sign_in (workspace_id uuid, at timestamptz, event_id uuid, user_id uuid,
       name text, email text, outcome text, method text, ip_address text, device text)
     -- The history outlives a workspace; its sign-ins do not.
     where exists (select from workspaces w where w.workspace_id = sign_in.workspace_id)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
