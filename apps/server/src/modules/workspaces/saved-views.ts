import type { Tx } from '../../platform/db/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';

interface SavedViewRow {
  viewId: string;
  screen: string;
  name: string;
  shared: boolean;
  mine: boolean;
  state: Record<string, unknown>;
}

export async function listSavedViews(
  tx: Tx,
  screen: string,
  caller: Caller,
): Promise<{ items: SavedViewRow[] }> {
  const items = await tx.sql<SavedViewRow>(
    `select view_id as "viewId", screen, name, shared, owner_id = $3 as mine, state from saved_views
     where workspace_id = $1 and screen = $2 and (owner_id = $3 or shared) order by name, view_id limit 200`,
    [tx.workspaceId, screen, caller.id],
  );
  return { items };
}

interface ViewInput {
  screen: string;
  name: string;
  shared: boolean;
  state: Record<string, unknown>;
}

export async function saveView(tx: Tx, input: ViewInput, caller: Caller): Promise<SavedViewRow> {
  if (input.shared && !caller.permissions.has('views.share')) {
    throw new Refusal('forbidden', 'This needs the permission views.share, which your role does not hold.');
  }
  const [saved] = await tx.sql<{ viewId: string }>(
    `insert into saved_views (workspace_id, view_id, screen, name, owner_id, shared, state, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, screen, owner_id, name)
       do update set shared = excluded.shared, state = excluded.state, updated_at = excluded.updated_at
     returning view_id as "viewId"`,
    [
      tx.workspaceId,
      newId(tx.now),
      input.screen,
      input.name,
      caller.id,
      input.shared,
      JSON.stringify(input.state),
      tx.now,
    ],
  );
  return { viewId: saved!.viewId, ...input, mine: true };
}

export async function removeView(tx: Tx, viewId: string, caller: Caller): Promise<Record<string, never>> {
  const removed = await tx.sql(
    `delete from saved_views where workspace_id = $1 and view_id = $2 and owner_id = $3 returning 1`,
    [tx.workspaceId, viewId, caller.id],
  );
  if (removed.length === 0) throw notFound('view of yours');
  return {};
}
