import type { Tx } from '../../../../platform/db/index.ts';
import { listFields } from '../../fields/fields.ts';
import { createTag, listTags } from '../../tags/tags.ts';
import type { RowGround } from '../rows/read-row.ts';

export async function readGround(tx: Tx): Promise<RowGround> {
  const fields = (await listFields(tx)).filter(({ archivedAt }) => archivedAt === null);
  const members = await tx.sql<{ userId: string; name: string; email: string }>(
    `select user_id as "userId", lower(name) as name, lower(email) as email from members where workspace_id = $1`,
    [tx.workspaceId],
  );
  const alone = members.filter(({ name }) => members.filter((other) => other.name === name).length === 1);
  return {
    fields: new Map(fields.map((field) => [field.key, field])),
    owners: new Map([
      ...alone.map(({ name, userId }) => [name, userId] as const),
      ...members.map(({ email, userId }) => [email, userId] as const),
    ]),
  };
}

const alike = (name: string): string => name.normalize('NFC').toLowerCase();

/** The ids of tags by their names in the file; those that nobody has made yet are made. */
export async function tagsNamed(tx: Tx, names: ReadonlySet<string>): Promise<(name: string) => string> {
  const known = new Map<string, string>();
  if (names.size > 0) for (const { name, tagId } of await listTags(tx)) known.set(alike(name), tagId);
  for (const name of names) {
    if (known.has(alike(name))) continue;
    const { tagId } = await createTag(tx, { name, color: 'grey' });
    known.set(alike(name), tagId);
  }
  return (name) => known.get(alike(name))!;
}
