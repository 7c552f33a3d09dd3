import type { InboundMessage } from './inbound.ts';
import type { NumberMetadata, OfNumber } from './parties.ts';
import type { OutgoingContent, OutgoingEnvelope } from './send.ts';
import type { StatusUpdate } from './statuses.ts';

/** Who answers a customer changes between apps and Meta's Business Agent. */
export type Handover = ControlPassed | ControlTaken;

interface OfThread {
  messaging_product: 'whatsapp';
  sender: { phone_number?: string; user_id?: string; parent_user_id?: string };
  recipient: NumberMetadata;
  timestamp: string;
}

/** The app that receives this owns the thread now. */
export interface ControlPassed extends OfThread {
  type: 'control_passed';
  control_passed: ControlChange;
}

/** The app that receives this stops to answer. */
export interface ControlTaken extends OfThread {
  type: 'control_taken';
  control_taken: ControlChange;
}

export interface ControlChange {
  previous_owner_role: ThreadRole;
  new_owner_role: ThreadRole;
  metadata?: string;
  conversation_context?: ConversationSummary;
}

export type ThreadRole = 'customer_service' | 'marketing' | 'utility' | 'ctwa' | 'ai_agent' | 'escalation';

export interface ConversationSummary {
  type: 'summary';
  summary: { text: string };
}

/** What `messages` would have told, while somebody else owns the thread. */
export interface StandbyValue extends OfNumber {
  standby: {
    contacts?: OfNumber['contacts'];
    messages?: InboundMessage[];
    message_echoes?: StandbyEcho[];
    statuses?: StatusUpdate[];
  };
}

/** What the owner of the thread sent: the body of its call, whole. */
export interface StandbyEcho {
  id: string;
  timestamp: string;
  message: OutgoingContent & Partial<OutgoingEnvelope>;
}
