import type { Actor } from '../../../platform/db/index.ts';
import type { AnyTx } from '../template-row.ts';

export interface ShownActor {
  kind: string;
  id: string;
  name: string | null;
}

export const keyOfActor = ({ kind, id }: Actor): string => `${kind}:${id}`;

type Names = ReadonlyMap<string, string>;

/** What people and keys are called who did something. Who left has no name any more. */
export async function namesOfActors(tx: AnyTx, workspaceId: string): Promise<Names> {
  const rows = await tx.sql<{ key: string; name: string }>(
    `select 'user:' || user_id as key, name from members where workspace_id = $1
     union all select 'key:' || key_id, name from api_keys where workspace_id = $1`,
    [workspaceId],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

export function shownActor(key: string, names: Names): ShownActor {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at), id: key.slice(at + 1), name: names.get(key) ?? null };
}
