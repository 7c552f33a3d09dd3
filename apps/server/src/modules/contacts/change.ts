import type { FieldValue } from '@trikon/contract';
import type { Tx } from '../../platform/db/index.ts';
import { invalidField, Refusal } from '../../platform/errors/index.ts';
import { publish } from '../../platform/events/index.ts';
import type { ContactsParts } from './contacts-parts.ts';
import { readWrittenValues } from './fields/written-values.ts';
import { holdContacts } from './hold.ts';
import { readPhone, type PhoneProblem } from './phone/read-phone.ts';
import { readContact, type Contact } from './read.ts';
import { resolveContacts } from './resolve.ts';
import { nameKey } from './search/search-key.ts';

interface NewContact {
  phone: string;
  country?: string | undefined;
  name?: string | undefined;
}

export async function createContact(
  tx: Tx,
  parts: ContactsParts,
  { phone: text, country, name }: NewContact,
): Promise<Contact> {
  const read = readPhone(text, country ?? (await countryOfWorkspace(tx)));
  if ('problem' in read) throw invalidField('phone', read.problem, phoneSentences[read.problem]);
  const seen = { workspaceId: tx.workspaceId, phone: read.phone, at: tx.now, source: 'hand' };
  const [resolved] = await resolveContacts(tx, parts, [seen]);
  const { contactId, isNew } = resolved!;
  if (!isNew) {
    const sentence = `This phone belongs to the contact ${contactId}.`;
    throw new Refusal('conflict', sentence, {
      fields: [{ field: 'phone', code: 'known_contact', message: sentence }],
    });
  }
  const contact = await readContact(tx, contactId);
  if (name === undefined) return contact;
  const named = { ...contact, name, updatedAt: tx.now };
  await writeNotes(tx, contactId, named);
  return named;
}

/** Why a text is no phone, in words for whoever typed it. */
const phoneSentences: Record<PhoneProblem, string> = {
  empty: 'Enter a phone number.',
  too_long: 'This is too long for a phone number, which has at most 15 digits.',
  letters: 'A phone number has digits, spaces, dashes and brackets, and a plus before the country code.',
  too_short: 'This is too short for a phone number. Short codes cannot be reached on WhatsApp.',
  unknown_number:
    'No country has phone numbers of this form. Write a number of another country with a plus and its country code.',
};

async function countryOfWorkspace(tx: Tx): Promise<string> {
  const [found] = await tx.sql<{ country: string }>(
    `select country from workspaces where workspace_id = $1`,
    [tx.workspaceId],
  );
  return found?.country ?? 'IN';
}

interface ContactChange {
  contactId: string;
  name?: string | null | undefined;
  language?: string | null | undefined;
  timeZone?: string | null | undefined;
  email?: string | null | undefined;
  city?: string | null | undefined;
  ownerId?: string | null | undefined;
  tags?: string[] | undefined;
  fields?: Record<string, FieldValue | null> | undefined;
}

const plainAttributes = ['name', 'language', 'timeZone', 'email', 'city', 'ownerId'] as const;

export async function updateContact(tx: Tx, { contactId, ...changes }: ContactChange): Promise<Contact> {
  const { tags, fields: written } = changes;
  const values = written && (await readWrittenValues(tx, written));
  // Held: what is not named is written back as it was read.
  await holdContacts(tx, [{ workspaceId: tx.workspaceId, contactId }]);
  const before = await readContact(tx, contactId);
  if (before.mergedInto !== null)
    throw new Refusal('conflict', `This contact has been merged into the contact ${before.mergedInto}.`);
  if (changes.ownerId) await refuseStranger(tx, changes.ownerId);
  if (tags) await refuseUnknownTags(tx, tags, before.tags);
  const after = {
    ...before,
    ...Object.fromEntries(
      plainAttributes.flatMap((name) => (changes[name] === undefined ? [] : [[name, changes[name]]])),
    ),
    ...(tags && { tags: [...new Set(tags)] }),
    ...(values && { fields: withValues(before.fields, values) }),
  };
  const changed = changedNames(before, after);
  if (changed.length === 0) return before;
  await writeNotes(tx, contactId, after);
  await publish(tx, { type: 'contact.updated', contactId, data: { changed } });
  return { ...after, updatedAt: tx.now };
}

/** Names alone: the history is kept for long, and values may be personal. */
function changedNames(before: Contact, after: Contact): string[] {
  const plain = plainAttributes.filter((name) => after[name] !== before[name]);
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const keys = Object.keys({ ...before.fields, ...after.fields }).toSorted();
  const own = keys.filter((key) => !same(before.fields[key], after.fields[key]));
  const tags = same(before.tags.toSorted(), after.tags.toSorted()) ? [] : ['tags'];
  return [...plain, ...tags, ...own.map((key) => `fields.${key}`)];
}

const withValues = (
  before: Contact['fields'],
  values: Record<string, FieldValue | null>,
): Contact['fields'] =>
  Object.fromEntries(
    Object.entries({ ...before, ...values }).filter(
      (entry): entry is [string, FieldValue] => entry[1] !== null,
    ),
  );

async function refuseStranger(tx: Tx, ownerId: string): Promise<void> {
  const [member] = await tx.sql('select user_id from members where workspace_id = $1 and user_id = $2', [
    tx.workspaceId,
    ownerId,
  ]);
  if (member === undefined)
    throw invalidField('ownerId', 'not_a_member', 'Only a member of this workspace can look after contacts.');
}

/** Tags that they have already may have been deleted since; only new ones have to be there. */
async function refuseUnknownTags(tx: Tx, tags: readonly string[], before: readonly string[]): Promise<void> {
  const fresh = tags.filter((tag) => !before.includes(tag));
  if (fresh.length === 0) return;
  const known = await tx.sql<{ tagId: string }>(
    `select tag_id as "tagId" from contact_tags where workspace_id = $1 and tag_id = any($2::uuid[])`,
    [tx.workspaceId, fresh],
  );
  if (known.length < new Set(fresh).size)
    throw invalidField('tags', 'unknown_tag', 'One of these tags is not there any more. Choose again.');
}

type Noted = Pick<Contact, (typeof plainAttributes)[number] | 'tags' | 'fields'>;

const writeNotes = (tx: Tx, contactId: string, noted: Noted): Promise<unknown> =>
  tx.sql(
    `update contacts set name = $3, language = $4, time_zone = $5, email = $6, city = $7, owner_id = $8, tags = $9,
       fields = $10, updated_at = $11, name_key = $12
     where workspace_id = $1 and contact_id = $2`,
    [
      tx.workspaceId,
      contactId,
      noted.name,
      noted.language,
      noted.timeZone,
      noted.email,
      noted.city,
      noted.ownerId,
      noted.tags,
      JSON.stringify(noted.fields),
      tx.now,
      nameKey(noted.name),
    ],
  );
