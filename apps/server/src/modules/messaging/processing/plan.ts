import type { UpdateKind } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../messages/new-message.ts';
import type { Told } from '../messages/strays.ts';
import type { IdentityChange } from '../../contacts/index.ts';
import type { Routed } from './routed.ts';

/** What a batch of updates comes to, before anything is written. */
export interface Plan {
  messages: NewMessage[];
  /** Files of messages that came without them. */
  files: NewMessage[];
  /** Statuses, reactions, edits and revocations. */
  told: Told[];
  /** What is kept whole; the news among it goes to whom it concerns. */
  kept: Routed[];
  handovers: Handover[];
  /** By the message that says so. */
  identityChanges: { message: NewMessage; change: IdentityChange }[];
  /** What messages were read from. */
  sources: Map<NewMessage, Routed>;
}

export interface Handover {
  workspaceId: string;
  numberId: string;
  customer: NewMessage['customer'];
  at: Date;
  heldBy: 'other' | 'us';
}

export const emptyPlan = (): Plan => ({
  messages: [],
  files: [],
  told: [],
  kept: [],
  handovers: [],
  identityChanges: [],
  sources: new Map(),
});

/** Puts one update into the plan; false when it has not the form that is needed for that. */
export type Reader<Kind extends UpdateKind> = (item: OfNumber<Kind>, plan: Plan) => boolean;

export type OfNumber<Kind extends UpdateKind = UpdateKind> = Routed<Kind> & { numberId: string };
