import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../../platform/errors/index.ts';
import { normalisePhone, resolveContacts } from '../../contacts/index.ts';
import type { Intent, SendParts } from './intent.ts';

/** The contact whom an intent names, as they are known by now. */
export async function findRecipient(tx: Tx, parts: SendParts, intent: Intent): Promise<string> {
  const { to } = intent;
  if ('contactId' in to) return survivorOf(tx, to.contactId);
  const named =
    'userId' in to
      ? { kind: 'user_id', value: to.userId }
      : { kind: 'phone', value: await readPhone(tx, to.phone) };
  const [known] = await tx.sql<{ contactId: string }>(
    `select coalesce(c.merged_into, c.contact_id) as "contactId" from contact_identities i
     join contacts c on c.workspace_id = i.workspace_id and c.contact_id = i.contact_id
     where i.workspace_id = $1 and i.kind = $2 and i.value = $3 and i.ended_at is null`,
    [tx.workspaceId, named.kind, named.value],
  );
  if (known !== undefined) return known.contactId;
  if (intent.mayCreateContact !== true) {
    throw new Refusal('not_found', 'Nobody with this address is known here, and you may not add contacts.');
  }
  return createContact(tx, parts, intent, named);
}

async function survivorOf(tx: Tx, contactId: string): Promise<string> {
  const [contact] = await tx.sql<{ contactId: string }>(
    `select coalesce(merged_into, contact_id) as "contactId" from contacts where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (contact === undefined) throw notFound('contact');
  return contact.contactId;
}

async function readPhone(tx: Tx, text: string): Promise<string> {
  const [workspace] = await tx.sql<{ country: string }>(
    'select country from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  const read = normalisePhone(text, workspace?.country ?? 'IN');
  if (read === null) {
    throw invalidField(
      'to.phone',
      'invalid_phone',
      'This is not a phone number. Write it with its country, as +91 98250 12345.',
    );
  }
  return read.phone;
}

async function createContact(
  tx: Tx,
  { contacts }: SendParts,
  { origin }: Intent,
  { kind, value }: { kind: string; value: string },
): Promise<string> {
  const address = kind === 'phone' ? { phone: value } : { userId: value };
  const [created] = await resolveContacts(tx, contacts, [
    { workspaceId: tx.workspaceId, ...address, at: tx.now, source: origin },
  ]);
  if (!created) throw invalidField('to', 'nobody', 'This names nobody on WhatsApp.');
  return created.contactId;
}
