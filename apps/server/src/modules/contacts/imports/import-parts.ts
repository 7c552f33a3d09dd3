import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import type { FileLinks } from './file-links.ts';

export interface ImportedConsent {
  contactId: string;
  purpose: string;
  kind: 'granted' | 'withdrawn';
  at: Date;
  /** Which file and row said so, and the words to which they agreed. */
  evidence: Record<string, unknown>;
}

/** What imports and exports need beside contacts. Consent is a module above. */
export interface ImportParts {
  db: Database;
  storage: Storage;
  links: FileLinks;
  /** Says which it recorded: a yes in a file does not lift a no that the person has said. */
  recordConsent(tx: Tx, consents: readonly ImportedConsent[]): Promise<ImportedConsent[]>;
  isOfferedPurpose(tx: Tx, purpose: string): Promise<boolean>;
}
