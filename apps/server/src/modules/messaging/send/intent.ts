import type { ContactsParts } from '../../contacts/index.ts';
import type { GateParts } from '../gate/ordered-rules.ts';
import type { Told } from '../gate/read-asked.ts';
import type { Cause } from './cause.ts';

/** What sending is given where the program is wired. */
export interface SendParts extends GateParts {
  contacts: ContactsParts;
}

/** Where it comes from, and what becomes of it when it waits. */
export interface Sender {
  cause: Cause;
  /** Who of the origin: a member, a flow's run, a campaign, a key. */
  originId?: string | undefined;
  /** What it can be stopped with. */
  sourceId?: string | undefined;
  deadlineSeconds?: number | undefined;
}

type Recipient = { contactId: string } | { phone: string } | { userId: string };

export interface Intent extends Told, Sender {
  to: Recipient;
  replyToId?: string | undefined;
  /** Somebody who is not known yet becomes a contact. */
  mayCreateContact?: boolean | undefined;
}

export interface Sent {
  messageId: string;
  contactId: string;
  verdict: 'allowed' | 'held' | 'refused';
  rule: string | null;
  sentence: { en: string; hi: string } | null;
  until: Date | null;
}
