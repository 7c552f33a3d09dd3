import { countErased, eraserIn, namesThem, type Eraser } from '../../../platform/erasing/index.ts';
import { fileErasers } from './files.ts';

/**
 * The contact stays as an empty row that was merged into itself, because messages, conversations and the ledger name it:
 * nothing lists it, nobody can write to it, and its number makes another contact when it is seen again.
 */
const people = eraserIn(
  'contacts.people',
  ['contacts', 'contact_identities', 'contact_merges', 'contact_notes', 'contact_blocks'],
  async (tx, person) => {
    const goneFrom = (table: string, columns: string): Promise<number> =>
      countErased(tx, person, `delete from ${table} where workspace_id = $1 and (${columns}) returning 1`);
    return {
      contact_notes: await goneFrom('contact_notes', 'contact_id = any($2)'),
      contact_blocks: await goneFrom('contact_blocks', 'contact_id = any($2)'),
      contact_merges: await goneFrom('contact_merges', 'into_id = any($2) or from_id = any($2)'),
      contact_identities: await goneFrom('contact_identities', 'contact_id = any($2)'),
      contacts: await countErased(
        tx,
        person,
        `update contacts set name = null, profile_name = null, username = null, phone = null, wa_id = null,
           user_id = null, country = null, language = null, time_zone = null, blocked_at = null, email = null, city = null,
           owner_id = null, tags = '{}', fields = '{}', name_key = '', profile_key = '',
           merged_into = coalesce(merged_into, contact_id), erased_at = $4
         where workspace_id = $1 and contact_id = any($2) and erased_at is null returning 1`,
      ),
    };
  },
);

/** By what somebody looked for contacts whom they then changed; what is still under way ends within minutes. */
const selections = eraserIn('contacts.selections', ['contact_bulks'], async (tx, person) => ({
  contact_bulks: await countErased(
    tx,
    person,
    `update contact_bulks set selection = '{"contactIds": []}'
     where workspace_id = $1 and ended_at is not null and ${namesThem('selection::text')} returning 1`,
  ),
}));

export const contactErasers: readonly Eraser[] = [people, selections, ...fileErasers];
