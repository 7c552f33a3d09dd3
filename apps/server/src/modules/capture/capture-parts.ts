import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { ContactsParts } from '../contacts/index.ts';

/** What taking in needs of the program. */
export interface CaptureParts {
  db: Database;
  clock: Clock;
  contacts: ContactsParts;
  /** Derived from the installation's own key, for forms and nothing else. */
  formKey: Buffer;
  publicUrl: () => string;
}
