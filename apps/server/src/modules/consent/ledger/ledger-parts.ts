import type { Database } from '../../../platform/db/index.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import type { LedgerKey } from './signing.ts';

/** What the ledger needs beside the database: where checkpoints lie out of its reach, and by what they are signed. */
export interface LedgerParts {
  db: Database;
  storage: Storage;
  keyOf: (workspaceId: string) => LedgerKey;
}
