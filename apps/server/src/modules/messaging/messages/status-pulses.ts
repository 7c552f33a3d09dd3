import type { SystemTx } from '../../../platform/db/index.ts';

interface Pulse {
  workspaceId: string;
  numberId: string;
  /** When the message was sent whose status this is. */
  sentAt: Date;
}

const slotMilliseconds = 10_000;

/** Counts the statuses of this moment: only while they come does waiting for one say anything. */
export async function countPulses(tx: SystemTx, pulses: readonly Pulse[]): Promise<void> {
  if (pulses.length === 0) return;
  const slot = new Date(Math.floor(tx.now.getTime() / slotMilliseconds) * slotMilliseconds);
  const byNumber = new Map<
    string,
    { workspace_id: string; number_id: string; newest: Date; statuses: number }
  >();
  for (const { workspaceId, numberId, sentAt } of pulses) {
    const row = byNumber.get(numberId) ?? {
      workspace_id: workspaceId,
      number_id: numberId,
      newest: sentAt,
      statuses: 0,
    };
    row.statuses += 1;
    if (sentAt > row.newest) row.newest = sentAt;
    byNumber.set(numberId, row);
  }
  await tx.sql(
    `insert into status_pulses as known (workspace_id, number_id, slot, newest_send_at, statuses)
     select workspace_id, number_id, $2, newest, statuses
     from json_to_recordset($1::json)
       as told (workspace_id uuid, number_id uuid, newest timestamptz, statuses integer)
     order by workspace_id, number_id
     on conflict (workspace_id, number_id, slot) do update set
       newest_send_at = greatest(known.newest_send_at, excluded.newest_send_at),
       statuses = known.statuses + excluded.statuses`,
    [JSON.stringify([...byNumber.values()]), slot],
  );
}
