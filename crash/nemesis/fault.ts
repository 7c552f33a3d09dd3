import type { Chance } from '../chance.ts';
import type { Stage } from '../stage/stage.ts';

/** What somebody outside must have noticed while a fault struck, or right after: otherwise it did not strike. */
export type Trace = 'unanswered' | 'unavailable' | 'slow' | 'restart' | 'cut' | 'ended' | 'told' | 'clock';

export interface Fault {
  name: string;
  /** Whether it ends a process without a word. */
  kills?: true;
  /** One of these is enough. */
  leaves: readonly Trace[];
  /** Why it cannot strike on this machine. */
  missing?: (stage: Stage) => string | null;
  /** Strikes, and ends with everything mended. */
  strike: (stage: Stage, chance: Chance) => Promise<void>;
}
