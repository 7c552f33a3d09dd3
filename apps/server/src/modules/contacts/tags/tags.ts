import type { tagColors } from '@trikon/contract';
import { isUniqueViolation, type Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { replaceTag } from './replace-tag.ts';

export interface ContactTag {
  tagId: string;
  name: string;
  color: (typeof tagColors)[number];
  createdAt: Date;
}

const columns = `tag_id as "tagId", name, color, created_at as "createdAt"`;
/** What a person can still choose from. */
const mostTags = 1000;

export const listTags = (tx: Tx): Promise<ContactTag[]> =>
  tx.sql(`select ${columns} from contact_tags where workspace_id = $1 order by lower(name), tag_id`, [
    tx.workspaceId,
  ]);

export const countTags = (tx: Tx): Promise<{ tagId: string; count: number }[]> =>
  tx.sql(
    `select tag.tag_id as "tagId", coalesce(had.count, 0)::int as count from contact_tags tag left join (
       select tag_id, count(*) from contacts, unnest(tags) tag_id where workspace_id = $1 and merged_into is null group by tag_id
     ) had using (tag_id)
     where tag.workspace_id = $1`,
    [tx.workspaceId],
  );

export async function readTag(tx: Tx, tagId: string): Promise<ContactTag> {
  const [tag] = await tx.sql<ContactTag>(
    `select ${columns} from contact_tags where workspace_id = $1 and tag_id = $2`,
    [tx.workspaceId, tagId],
  );
  if (tag === undefined) throw notFound('tag');
  return tag;
}

export async function createTag(
  tx: Tx,
  { name, color }: Pick<ContactTag, 'name' | 'color'>,
): Promise<ContactTag> {
  const tag = { tagId: newId(tx.now), name: name.normalize('NFC'), color, createdAt: tx.now };
  await holdTags(tx);
  const there = await listTags(tx);
  if (there.length >= mostTags)
    throw new Refusal(
      'conflict',
      `There are ${mostTags} tags, which is all there can be. Delete some first.`,
    );
  await refuseTakenName(() =>
    tx.sql(
      `insert into contact_tags (workspace_id, tag_id, name, color, created_at) values ($1, $2, $3, $4, $5)`,
      [tx.workspaceId, tag.tagId, tag.name, color, tx.now],
    ),
  );
  await publish(tx, { type: 'contact_tag.created', data: { tagId: tag.tagId, name: tag.name } });
  return tag;
}

interface TagChange {
  tagId: string;
  name?: string | undefined;
  color?: ContactTag['color'] | undefined;
}

export async function updateTag(tx: Tx, { tagId, name, color }: TagChange): Promise<ContactTag> {
  const before = await readTag(tx, tagId);
  const after = { ...before, name: name?.normalize('NFC') ?? before.name, color: color ?? before.color };
  if (after.name === before.name && after.color === before.color) return before;
  await refuseTakenName(() =>
    tx.sql(`update contact_tags set name = $3, color = $4 where workspace_id = $1 and tag_id = $2`, [
      tx.workspaceId,
      tagId,
      after.name,
      after.color,
    ]),
  );
  await publish(tx, { type: 'contact_tag.updated', data: { tagId, name: after.name } });
  return after;
}

export async function removeTag(tx: Tx, tagId: string): Promise<void> {
  const { name } = await readTag(tx, tagId);
  await tx.sql(`delete from contact_tags where workspace_id = $1 and tag_id = $2`, [tx.workspaceId, tagId]);
  await publish(tx, { type: 'contact_tag.removed', data: { tagId, name } });
  await replaceTag(tx, { fromId: tagId, intoId: null });
}

export async function mergeTags(
  tx: Tx,
  { tagId, fromId }: { tagId: string; fromId: string },
): Promise<ContactTag> {
  if (tagId === fromId) throw invalidField('fromId', 'same_tag', 'Name another tag than the one that stays.');
  await holdTags(tx);
  const [into, from] = [await readTag(tx, tagId), await readTag(tx, fromId)];
  await tx.sql(`delete from contact_tags where workspace_id = $1 and tag_id = $2`, [tx.workspaceId, fromId]);
  await publish(tx, {
    type: 'contact_tag.merged',
    data: { tagId, name: into.name, fromId, fromName: from.name },
  });
  await replaceTag(tx, { fromId, intoId: tagId });
  return into;
}

/** Two who merge crosswise would each leave contacts with a tag that is gone. */
const holdTags = (tx: Tx): Promise<unknown> =>
  tx.sql('select from workspaces where workspace_id = $1 for no key update', [tx.workspaceId]);

async function refuseTakenName(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw invalidField('name', 'taken', 'Another tag has this name already.');
    throw error;
  }
}
