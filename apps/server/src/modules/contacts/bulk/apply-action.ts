import type { BulkAction } from '@trikon/contract';
import { createBinds, type Actor, type Bind, type Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

interface Change {
  set: string;
  /** Who has it so already is left as they are. */
  where: string;
  /** What the history calls it. */
  name: string;
}

const mostTags = 100;

type ActionOf<Kind extends BulkAction['kind']> = Extract<BulkAction, { kind: Kind }>;

const changes: { [Kind in BulkAction['kind']]: (action: ActionOf<Kind>, bind: Bind) => Change } = {
  add_tag: ({ tagId }, bind) => {
    const tag = bind(tagId, 'uuid');
    // It may have been deleted since this began.
    const isThere = `exists (select from contact_tags where workspace_id = $1 and tag_id = ${tag})`;
    const where = `${tag} <> all(tags) and cardinality(tags) < ${mostTags} and ${isThere}`;
    return { set: `tags = tags || ${tag}`, where, name: 'tags' };
  },
  remove_tag: ({ tagId }, bind) => {
    const tag = bind(tagId, 'uuid');
    return { set: `tags = array_remove(tags, ${tag})`, where: `${tag} = any(tags)`, name: 'tags' };
  },
  set_owner: ({ ownerId }, bind) => {
    const owner = bind(ownerId, 'uuid');
    return { set: `owner_id = ${owner}`, where: `owner_id is distinct from ${owner}`, name: 'ownerId' };
  },
  set_field: ({ key: field, value: given }, bind) => {
    const key = bind(field, 'text');
    const name = `fields.${field}`;
    if (given === null)
      return { set: `fields = fields - ${key}`, where: `fields -> ${key} is not null`, name };
    const value = bind(JSON.stringify(given), 'jsonb');
    const set = `fields = fields || jsonb_build_object(${key}, ${value})`;
    return { set, where: `fields -> ${key} is distinct from ${value}`, name };
  },
};

const changeOf = <Kind extends BulkAction['kind']>(action: ActionOf<Kind>, bind: Bind): Change =>
  changes[action.kind](action, bind);

/** One statement, whatever the number. Says who changed by it. */
export async function applyAction(
  tx: Tx,
  { action, contactIds, actor }: { action: BulkAction; contactIds: readonly string[]; actor: Actor },
): Promise<string[]> {
  const { bind, values } = createBinds(tx.workspaceId, contactIds, tx.now);
  const { set, where, name } = changeOf(action, bind);
  const rows = await tx.sql<{ contactId: string }>(
    `with held as (
       select contact_id from contacts where workspace_id = $1 and contact_id = any($2::uuid[]) and merged_into is null
         and ${where}
       order by contact_id for no key update
     )
     update contacts contact set updated_at = $3::timestamptz, ${set}
     from held where contact.workspace_id = $1 and contact.contact_id = held.contact_id
     returning contact.contact_id as "contactId"`,
    values,
  );
  const changed = rows.map(({ contactId }) => contactId);
  const { workspaceId } = tx;
  await publishIn(
    // Also in the background it is who began it that changes them.
    { ...tx, actor },
    changed.map((contactId) => ({
      type: 'contact.updated',
      workspaceId,
      contactId,
      data: { changed: [name] },
    })),
  );
  return changed;
}
