import type { AnyTx } from '../states.ts';

/** What STOP may take back: all that a business begins by itself. */
type Stoppable = 'orders' | 'promotions';

const usualStops: readonly Stoppable[] = ['promotions', 'orders'];

/** By workspace. */
export async function stopsOf(
  tx: AnyTx,
  workspaceIds: readonly string[],
): Promise<Map<string, readonly Stoppable[]>> {
  const rows = await tx.sql<{ workspaceId: string; stops: Stoppable[] }>(
    `select workspace_id as "workspaceId", stops from opt_out_settings where workspace_id = any($1::uuid[])`,
    [workspaceIds],
  );
  const chosen = new Map(rows.map(({ workspaceId, stops }) => [workspaceId, stops]));
  return new Map(workspaceIds.map((id) => [id, chosen.get(id) ?? usualStops]));
}
