import type { OutgoingMessage } from '@trikon/whatsapp';
import type { Clock } from '../../../platform/clock/index.ts';
import type { EventTail } from '../../../platform/events/index.ts';
import type { References } from '../messages/reference.ts';
import type { DispatchCounts } from './counts.ts';
import type { AccessParts } from './number-access.ts';
import type { RecordNeighbours } from './record.ts';
import type { Claimed } from './row.ts';

/** Moments between which a process may die; a test names one and ends it there. */
type Point = 'claimed' | 'sending' | 'answered';

export interface DispatchParts extends RecordNeighbours, AccessParts {
  clock: Clock;
  tail: Pick<EventTail, 'subscribe'>;
  references: References;
  /** Meta's own form of a message. */
  build: (row: Claimed, reference: string) => OutgoingMessage;
  /** False while the database may have forgotten what was sent. */
  maySend: () => boolean;
  /** From 0 to 1, so that what is tried again does not come all at once. */
  chance: () => number;
  counts: DispatchCounts;
  report: (error: unknown, where: string) => void;
  at?: (point: Point, rows: readonly Claimed[]) => void;
  leaseSeconds?: number;
  lookEvery?: number;
}
