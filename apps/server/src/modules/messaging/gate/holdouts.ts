import type { Asked } from './asked.ts';
import type { Bind } from '../../../platform/db/index.ts';

/** A group that gets no marketing. Whoever keeps such groups registers them where the program is wired. */
export interface Holdout {
  name: string;
  /** SQL that yields contact_id; the workspace is $1. */
  members: (bind: Bind, asked: Asked) => string;
}
