import type { SystemTx, Tx } from '../../platform/db/index.ts';
import type { NumbersParts } from '../numbers/index.ts';
import type { TimelineKind } from './timeline/timeline-kind.ts';

/** Identities change inside one workspace and, for what arrives, across all. */
export type AnyTx = Tx | SystemTx;

export interface ConsentFreeze {
  workspaceId: string;
  contactId: string;
  /** A stable word. */
  reason: 'number_changed_hands' | 'device_changed';
  source: string;
  at: Date;
}

export interface ContactMerge {
  workspaceId: string;
  from: string;
  into: string;
}

/** What identities mean for consent, which is a module above. */
export interface ContactsParts {
  /** Until a person looked, nothing that needs consent is sent to them. */
  freezeConsent(tx: AnyTx, freezes: readonly ConsentFreeze[]): Promise<void>;
  /** Of two who turned out to be one, the stricter consent counts. */
  carryConsent(tx: AnyTx, merges: readonly ContactMerge[]): Promise<void>;
}

/** How messages to somebody fared, counted back from the newest. */
export interface Reach {
  /** Failures as undeliverable, since the last that arrived. */
  failures: number;
  firstFailedAt: Date | null;
  lastDeliveredAt: Date | null;
  lastWroteAt: Date | null;
}

/** What conversations tell, which are a module above. */
export interface ContactTalk {
  /** Each number that talked with any of them, and when they last wrote to it. */
  numbersOf(tx: Tx, contactIds: readonly string[]): Promise<{ numberId: string; lastWroteAt: Date | null }[]>;
  reachOf(tx: Tx, contactIds: readonly string[]): Promise<Reach>;
}

/** What a contact's profile is made of beside contacts themselves. */
export interface ProfileParts {
  numbers: Pick<NumbersParts, 'secrets' | 'graph'>;
  talk: ContactTalk;
  /** What of other modules' events the timeline tells. */
  timeline: readonly TimelineKind[];
}
