import { q, type Tx } from '../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../platform/errors/index.ts';
import { publish } from '../../platform/events/index.ts';
import type { ContactsParts } from './contacts-parts.ts';
import { readPhone, type PhoneProblem } from './phone/read-phone.ts';
import { readContact, type Contact } from './read.ts';
import { resolveContacts } from './resolve.ts';

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
  if (name !== undefined) await writeNotes(tx, contactId, { name });
  return readContact(tx, contactId);
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
}

export async function updateContact(tx: Tx, { contactId, ...changes }: ContactChange): Promise<Contact> {
  const before = await readContact(tx, contactId);
  if (before.mergedInto !== null) {
    throw new Refusal('conflict', `This contact has been merged into the contact ${before.mergedInto}.`);
  }
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  };
  const changed = (['name', 'language', 'timeZone'] as const).filter(
    (field) => after[field] !== before[field],
  );
  if (changed.length === 0) return before;
  const { name, language, timeZone } = after;
  if ((await writeNotes(tx, contactId, { name, language, time_zone: timeZone })) === 0)
    throw notFound('contact');
  await publish(tx, { type: 'contact.updated', contactId, data: { changed } });
  return { ...after, updatedAt: tx.now };
}

interface Notes {
  name: string | null;
  language?: string | null;
  time_zone?: string | null;
}

const writeNotes = (tx: Tx, contactId: string, notes: Notes): Promise<number> =>
  tx.run(
    q
      .updateTable('contacts')
      .set({ ...notes, updated_at: tx.now })
      .where('workspace_id', '=', tx.workspaceId)
      .where('contact_id', '=', contactId)
      .where('merged_into', 'is', null),
  );
