import { q, type Tx } from '../../platform/db/index.ts';
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
  const rows = await tx.rows(
    q
      .selectFrom('saved_views')
      .select(['view_id as viewId', 'screen', 'name', 'shared', 'owner_id', 'state'])
      .where('workspace_id', '=', tx.workspaceId)
      .where('screen', '=', screen)
      .where((view) => view.or([view('owner_id', '=', caller.id), view('shared', '=', true)]))
      .orderBy('name')
      .orderBy('view_id')
      .limit(200),
  );
  const items = rows.map(({ owner_id: ownerId, state, ...view }) => ({
    ...view,
    mine: ownerId === caller.id,
    state: state as Record<string, unknown>,
  }));
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
  const removed = await tx.run(
    q
      .deleteFrom('saved_views')
      .where('workspace_id', '=', tx.workspaceId)
      .where('view_id', '=', viewId)
      .where('owner_id', '=', caller.id),
  );
  if (removed === 0) throw notFound('view of yours');
  return {};
}
