import type { Asked } from './asked.ts';
import type { Bind } from '../../../platform/db/index.ts';

/**
 * What rules may read, by the aliases that it has in the gate's statement and in the dispatcher's claim alike:
 * contacts (always there), s consent_states, v the conversation with this number.
 */
export type RelationName = 's' | 'v';

/** How the statement finds what belongs to a recipient: one by one by key, or all of a table at once. */
export type Way = 'each' | 'whole';

/** The same condition stands in the gate's statement, about one intent, and in the claim, about queued rows of many. */
export interface Words {
  /** When it leaves. */
  at: string;
  /** The alias of contacts: the one to address. */
  contact: string;
  /** For consent: one of the categories, and the purpose if one was named. */
  category: string;
  purpose: string;
}

export interface Rule {
  /** Stable: it is stored with decisions, and programs test for it. */
  name: string;
  sentence: { en: string; hi: string };
  needs: readonly RelationName[];
  /** Where it does not apply it is not compiled in. */
  applies: (asked: Asked) => boolean;
  /** SQL: true of whom it stops. Null is false. */
  stops: (words: Words, bind: Bind, asked: Asked) => string;
  /**
   * SQL: the name of this rule or of another one of its kind, or null. Rules of a kind stand together in the order, and
   * what they share is worked out once.
   */
  reason?: (words: Words) => string;
  /** A join of its own, for what no other rule reads. Its rows are at most one per recipient. */
  joins?: (given: { bind: Bind; way: Way; asked: Asked; words: Words }) => string;
  /** SQL: an object that says more of why, kept with the decision. */
  detail?: (words: Words, bind: Bind, asked: Asked) => string;
  /** SQL: until when. A rule with it holds, one without it refuses. Null: until somebody or something lets go. */
  holdsUntil?: (words: Words, bind: Bind, asked: Asked) => string;
  /** SQL: what each takes of the room, when that is not one. */
  weighs?: (words: Words, bind: Bind, asked: Asked) => string;
  /** SQL: how many of those whom it would stop may pass all the same, in the order of the recipients. */
  room?: (words: Words, bind: Bind, asked: Asked) => string;
  /**
   * Asked once more when a queued message is about to leave: for outbox rows `o` of which `applies` is true. It may then
   * read nothing but the shared relations, and by a key.
   */
  again?: { applies: string; stops: (words: Words) => string };
}
