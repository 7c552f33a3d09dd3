import type { SystemTx } from '../db/index.ts';

export interface LiveProcess {
  processId: string;
  host: string;
  version: string;
  roles: string[];
  startedAt: Date;
  seenAt: Date;
}

export interface Presence {
  processId: string;
  host: string;
  pid: number;
  version: string;
  roles: readonly string[];
  workerIds: readonly string[];
  startedAt: Date;
}

/**
 * Says that this copy is alive and learns how many are. Times are the database's, since copies on different
 * machines have different clocks. `returned` is true when others had taken this copy for dead.
 */
export async function beat(
  tx: SystemTx,
  presence: Presence,
  silentAfter: number,
): Promise<{ inserted: boolean; live: number }> {
  const { processId, host, pid, version, roles, workerIds, startedAt } = presence;
  const [row] = await tx.sql<{ inserted: boolean; others: number }>(
    `with beat as (
       insert into system.processes (process_id, host, pid, version, roles, worker_ids, started_at, seen_at)
       values ($1, $2, $3, $4, $5, $6, $7, now())
       on conflict (process_id) do update set seen_at = now(), worker_ids = excluded.worker_ids
       returning xmax = 0 as inserted
     )
     select inserted, (
       select count(*) from system.processes
       where process_id <> $1 and seen_at > now() - $8 * interval '1 millisecond'
     ) as others from beat`,
    [processId, host, pid, version, roles, workerIds, startedAt, silentAfter],
  );
  return { inserted: row?.inserted ?? false, live: (row?.others ?? 0) + 1 };
}

export async function removePresence(tx: SystemTx, processId: string): Promise<void> {
  await tx.sql('delete from system.processes where process_id = $1', [processId]);
}

/** Forgets the copies that have been silent for too long; whatever they held is nobody's now. */
export async function removeSilent(
  tx: SystemTx,
  silentAfter: number,
): Promise<{ host: string; pid: number }[]> {
  return tx.sql(
    `delete from system.processes where seen_at < now() - $1 * interval '1 millisecond' returning host, pid`,
    [silentAfter],
  );
}

export async function listProcesses(tx: SystemTx): Promise<LiveProcess[]> {
  return tx.sql(
    `select process_id as "processId", host, version, roles, started_at as "startedAt", seen_at as "seenAt"
     from system.processes order by started_at, process_id`,
  );
}
