import type { SystemTx, Tx } from '../../platform/db/index.ts';

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
