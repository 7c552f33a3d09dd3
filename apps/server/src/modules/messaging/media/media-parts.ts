import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import type { NumbersParts } from '../../numbers/index.ts';
import type { LinkPlace } from './links.ts';
import type { Scan } from './scan.ts';

/** What storing, fetching and serving of files takes. */
export interface MediaParts {
  db: Database;
  clock: Clock;
  storage: Storage;
  links: LinkPlace;
  numbers: Pick<NumbersParts, 'secrets' | 'graph'>;
  /** The operator's own scanner, if there is one. */
  scan: Scan | null;
  keptDays: number;
  /** How long a file may take on its way from Meta. */
  downloadMilliseconds?: number;
}
