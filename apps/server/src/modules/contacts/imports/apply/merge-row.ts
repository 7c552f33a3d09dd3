import type { FieldValue, ImportPlan } from '@trikon/contract';
import type { ImportRow } from '../rows/read-row.ts';

/** What of a contact an import may write. */
interface Noted {
  name: string | null;
  email: string | null;
  city: string | null;
  language: string | null;
  ownerId: string | null;
  tags: string[];
  fields: Record<string, FieldValue>;
}

export interface KnownContact extends Noted {
  contactId: string;
  phone: string | null;
}

/** Plain attributes, `fields.<key>`, and tags that were added. */
export interface Changes {
  contactId: string;
  before: Record<string, FieldValue | null>;
  after: Record<string, FieldValue | null>;
  addedTags: string[];
}

const plainAttributes = ['name', 'email', 'city', 'language', 'ownerId'] as const;
const mostTags = 100;

/** What a row changes of somebody who is there; null when nothing. */
export function mergeRow(
  contact: KnownContact,
  row: ImportRow & { tagIds: readonly string[] },
  policy: ImportPlan['policy'],
): Changes | null {
  if (policy === 'skip') return null;
  const changes: Changes = { contactId: contact.contactId, before: {}, after: {}, addedTags: [] };
  const offer = (name: string, now: FieldValue | null, given: FieldValue | null): void => {
    if (given === null || (policy === 'fill' && now !== null) || isSame(now, given)) return;
    changes.before[name] = now;
    changes.after[name] = given;
  };
  for (const name of plainAttributes) offer(name, contact[name], row[name]);
  for (const [key, value] of Object.entries(row.fields))
    offer(`fields.${key}`, contact.fields[key] ?? null, value);
  const fresh = row.tagIds.filter((tagId) => !contact.tags.includes(tagId));
  changes.addedTags = fresh.slice(0, Math.max(0, mostTags - contact.tags.length));
  const isChanged = Object.keys(changes.after).length > 0 || changes.addedTags.length > 0;
  return isChanged ? changes : null;
}

/** The contact with the changes. */
export function withChanges(contact: KnownContact, { after, addedTags }: Changes): KnownContact {
  return { ...written(contact, after), tags: [...contact.tags, ...addedTags] };
}

/** The contact as it was before, where it is still as the import left it. Null when nothing of it is. */
export function withoutChanges(contact: KnownContact, changes: Changes): KnownContact | null {
  const still = Object.entries(changes.after).filter(([name, value]) =>
    isSame(valueOf(contact, name), value),
  );
  const addedTags = changes.addedTags.filter((tagId) => contact.tags.includes(tagId));
  if (still.length === 0 && addedTags.length === 0) return null;
  const back = Object.fromEntries(still.map(([name]) => [name, changes.before[name] ?? null]));
  return {
    ...written(contact, back),
    tags: contact.tags.filter((tagId) => !addedTags.includes(tagId)),
  };
}

function written(contact: KnownContact, values: Record<string, FieldValue | null>): KnownContact {
  const fields = { ...contact.fields };
  const plain: Record<string, FieldValue | null> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith('fields.')) plain[name] = value;
    else if (value === null) delete fields[name.slice(7)];
    else fields[name.slice(7)] = value;
  }
  return { ...contact, ...plain, fields };
}

const valueOf = (contact: KnownContact, name: string): FieldValue | null =>
  name.startsWith('fields.')
    ? (contact.fields[name.slice(7)] ?? null)
    : contact[name as (typeof plainAttributes)[number]];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** As the history names them. */
export const changedNames = ({ after, addedTags }: Changes): string[] => [
  ...Object.keys(after),
  ...(addedTags.length > 0 ? ['tags'] : []),
];
