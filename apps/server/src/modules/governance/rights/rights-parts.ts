import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Eraser } from '../../../platform/erasing/index.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import type { LedgerParts } from '../../consent/index.ts';
import type { SendParts } from '../../messaging/index.ts';

export interface RightsParts extends Pick<LedgerParts, 'keyOf'> {
  db: Database;
  clock: Clock;
  storage: Storage;
  sending: SendParts;
  publicUrl: () => string;
  /** Every part of the program that keeps something of people, in the order in which they erase it. */
  erasers: readonly Eraser[];
  /** Derived from the installation's own key: by the one erased people are recognised, by the other links are signed. */
  markKey: Buffer;
  linkKey: Buffer;
}
