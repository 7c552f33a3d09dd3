import type { FieldValue } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { listFields } from '../fields/fields.ts';
import type { Contact } from '../read.ts';
import { listTags } from '../tags/tags.ts';

interface ExportGround {
  header: string[];
  tagNames: ReadonlyMap<string, string>;
  ownerNames: ReadonlyMap<string, string>;
}

const headings: Record<string, string> = {
  name: 'Name',
  profileName: 'Name on WhatsApp',
  phone: 'Phone',
  email: 'E-mail',
  city: 'City',
  language: 'Language',
  country: 'Country',
  owner: 'Owner',
  tags: 'Tags',
  source: 'Source',
  createdAt: 'Added on',
  contactId: 'Contact id',
};

export async function readExportGround(tx: Tx, columns: readonly string[]): Promise<ExportGround> {
  const fields = new Map((await listFields(tx)).map(({ key, name }) => [`fields.${key}`, name]));
  const tags = await listTags(tx);
  const members = await tx.sql<{ userId: string; email: string }>(
    `select user_id as "userId", email from members where workspace_id = $1`,
    [tx.workspaceId],
  );
  return {
    header: columns.map((column) => headings[column] ?? fields.get(column) ?? column),
    tagNames: new Map(tags.map(({ tagId, name }) => [tagId, name])),
    ownerNames: new Map(members.map(({ userId, email }) => [userId, email])),
  };
}

/** A contact's values in the form in which an import takes them again. */
export const cellsIn = (
  contact: Contact,
  columns: readonly string[],
  ground: Pick<ExportGround, 'tagNames' | 'ownerNames'>,
): string[] => columns.map((column) => textOf(valueOf(contact, column, ground)));

function valueOf(
  contact: Contact,
  column: string,
  { tagNames, ownerNames }: Pick<ExportGround, 'tagNames' | 'ownerNames'>,
): FieldValue | null {
  if (column.startsWith('fields.')) return contact.fields[column.slice(7)] ?? null;
  if (column === 'tags') return contact.tags.flatMap((tagId) => tagNames.get(tagId) ?? []);
  if (column === 'owner') return contact.ownerId === null ? null : (ownerNames.get(contact.ownerId) ?? null);
  if (column === 'createdAt') return contact.createdAt.toISOString();
  return contact[column as 'name' | 'phone'];
}

function textOf(value: FieldValue | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
