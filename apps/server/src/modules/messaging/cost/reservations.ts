import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { noSource } from './meters.ts';

/** Messages that were queued together and what they are expected to cost. */
export interface Expected {
  numberId: string;
  currency: string;
  category: string;
  origin: string;
  sourceId: string | null;
  micros: number;
}

const key = 'workspace_id, number_id, currency, category, origin, source_id';

/**
 * What is queued counts against budgets before it is charged. Called in the transaction that queues. Between two
 * counts what left meanwhile counts twice, so a budget stops a little early and never late.
 */
export async function reserve(
  tx: Tx | SystemTx,
  workspaceId: string,
  expected: readonly Expected[],
): Promise<void> {
  const rows = expected
    .filter(({ micros }) => micros > 0)
    .map(({ numberId, sourceId, ...row }) => ({
      workspace_id: workspaceId,
      number_id: numberId,
      source_id: sourceId ?? noSource,
      ...row,
    }));
  if (rows.length === 0) return;
  await tx.sql(
    `insert into cost_reservations as known (${key}, shard, micros)
     select ${key}, pg_backend_pid() % 8, sum(micros)
     from jsonb_to_recordset($2::jsonb) as row (workspace_id uuid, number_id uuid, currency text, category text,
       origin text, source_id uuid, micros bigint)
     where exists (select from budgets budget where budget.workspace_id = $1 and budget.stops)
     group by ${key} order by ${key}
     on conflict (${key}, shard) do update set micros = known.micros + excluded.micros`,
    [workspaceId, JSON.stringify(rows)],
  );
}

/**
 * Counts anew what is queued, where a budget can stop anything. The two statements see the database at two times: what
 * commits between them is counted twice until the next count.
 */
export async function countReservations(tx: Tx | SystemTx, workspaceId: string | null = null): Promise<void> {
  const given = [workspaceId];
  const here = `($1::uuid is null or budget.workspace_id = $1)`;
  await tx.sql(`delete from cost_reservations where $1::uuid is null or workspace_id = $1`, given);
  await tx.sql(
    `insert into cost_reservations as known (${key}, shard, micros)
     select message.workspace_id, message.number_id, coalesce(account.currency, 'none'), coalesce(message.category, ''),
       message.origin, coalesce(outbox.source_id, '${noSource}'), 0, sum(message.estimated_micros)
     from (select distinct workspace_id from budgets budget where stops and ${here}) as budget
     join outbox on outbox.workspace_id = budget.workspace_id
     join messages message on message.workspace_id = outbox.workspace_id and message.message_id = outbox.message_id
     join numbers number on number.workspace_id = message.workspace_id and number.number_id = message.number_id
     join whatsapp_accounts account on account.workspace_id = number.workspace_id and account.account_id = number.account_id
     where message.estimated_micros > 0
     group by 1, 2, 3, 4, 5, 6
     on conflict (${key}, shard) do update set micros = known.micros + excluded.micros`,
    given,
  );
}
