import { countErased, eraserIn, type Eraser } from '../../platform/erasing/index.ts';
import { eraseConsentDetails } from './erase.ts';

/** Entries stay with their commitments; what they say of the person, and the salt by which it could be guessed, go. */
const details = eraserIn('consent.details', ['consent_details'], async (tx, { workspaceId, contactIds }) => {
  const contacts = contactIds.map((contactId) => ({ workspaceId, contactId }));
  return { consent_details: await eraseConsentDetails(tx, contacts, 'erasure') };
});

const lists = eraserIn('consent.lists', ['heard_wishes', 'suppression_members'], async (tx, person) => ({
  heard_wishes: await countErased(
    tx,
    person,
    'delete from heard_wishes where workspace_id = $1 and contact_id = any($2) returning 1',
  ),
  suppression_members: await countErased(
    tx,
    person,
    `delete from suppression_members where workspace_id = $1
       and (contact_id = any($2) or ltrim(phone, '+') = any($3)) returning 1`,
  ),
}));

export const consentErasers: readonly Eraser[] = [details, lists];
