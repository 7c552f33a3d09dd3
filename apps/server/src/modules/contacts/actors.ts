import type { Actor, Tx } from '../../platform/db/index.ts';

/** Without a name are the program itself and who is gone. */
export type NamedActor = Actor & { name: string | null };

/** With the names of members and keys, by one statement. */
export async function nameActors(tx: Tx, actors: readonly Actor[]): Promise<(actor: Actor) => NamedActor> {
  const ids = [...new Set(actors.filter(({ kind }) => kind !== 'system').map(({ id }) => id))];
  if (ids.length === 0) return (actor) => ({ ...actor, name: null });
  const rows = await tx.sql<{ id: string; name: string }>(
    `select user_id as id, name from members where workspace_id = $1 and user_id = any($2::uuid[])
     union all
     select key_id, name from api_keys where workspace_id = $1 and key_id = any($2::uuid[])`,
    [tx.workspaceId, ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (actor) => ({ ...actor, name: names.get(actor.id) ?? null });
}
