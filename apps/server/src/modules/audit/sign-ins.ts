import type { Tx } from '../../platform/db/index.ts';
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
