import { consentOf, isOfferedPurpose, recordConsent, type NewConsentEntry } from './modules/consent/index.ts';
import type { ImportParts } from './modules/contacts/index.ts';
import type { Tx } from './platform/db/index.ts';
import { derive } from './platform/secrets/index.ts';

interface Around extends Pick<ImportParts, 'db' | 'storage'> {
  installationKey: Buffer;
  publicUrl: string;
}

/** Imports and exports of contacts, with what they say of consent. */
export const openContactFiles = ({ db, storage, installationKey, publicUrl }: Around): ImportParts => ({
  db,
  storage,
  links: { key: derive(installationKey, 'contact files', 32), origin: () => publicUrl },
  recordConsent: recordImported,
  isOfferedPurpose,
});

type Imported = Parameters<ImportParts['recordConsent']>[1];

/** A list that somebody kept elsewhere does not know who has said no here since. */
async function recordImported(tx: Tx, consents: Imported): ReturnType<ImportParts['recordConsent']> {
  const standing = await consentOf(
    tx,
    consents.map(({ contactId }) => contactId),
  );
  const saidNo = ({ contactId, purpose }: Imported[number]): boolean =>
    ['*', purpose, purpose.split('.')[0]!].some((whole) =>
      standing.get(contactId)?.withdrawn.includes(whole),
    );
  const counted = consents.filter((consent) => consent.kind === 'withdrawn' || !saidNo(consent));
  await recordConsent(
    tx,
    counted.map(
      (consent) => ({ ...consent, workspaceId: tx.workspaceId, source: 'import' }) as NewConsentEntry,
    ),
  );
  return counted;
}
