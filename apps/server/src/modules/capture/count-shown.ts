import type { CaptureParts } from './capture-parts.ts';
import type { PublicEntryPoint } from './find-by-code.ts';

const actor = { kind: 'system', id: 'capture.forms' } as const;

/** A form came before somebody’s eyes. */
export async function countShown(
  { db }: CaptureParts,
  { workspaceId, entryPointId }: PublicEntryPoint,
): Promise<void> {
  await db.inWorkspace({ workspaceId, actor }, (tx) =>
    tx.sql(
      `insert into entry_point_days as counted (workspace_id, entry_point_id, day, shown) values ($1, $2, $3::timestamptz::date, 1)
       on conflict (workspace_id, entry_point_id, day) do update set shown = counted.shown + 1`,
      [workspaceId, entryPointId, tx.now],
    ),
  );
}
