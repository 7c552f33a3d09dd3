import type { Inbound, InboundMessage } from './inbound.ts';
import type { OfNumber, WebhookError } from './parties.ts';

/** What the owner sends from the WhatsApp Business app. */
export interface MessageEchoesValue extends OfNumber {
  message_echoes: MessageEcho[];
}

/** A message of any type in the other direction; `to` is absent while the customer's number is hidden. */
export type MessageEcho = InboundMessage & EchoedTo;

export interface EchoedTo {
  to?: string;
  to_user_id?: string;
  to_parent_user_id?: string;
}

/** The address book of the WhatsApp Business app. */
export interface AppStateSyncValue extends OfNumber {
  state_sync: AppContactChange[];
}

export interface AppContactChange {
  type: 'contact';
  /** `add` for an edit too. */
  action: 'add' | 'remove';
  contact: AppContact;
  metadata: { timestamp: string };
}

/** Names are the owner's private labels, and absent when the contact was removed. */
export interface AppContact {
  full_name?: string;
  first_name?: string;
  phone_number?: string;
  user_id?: string;
  parent_user_id?: string;
  username?: string;
}

/**
 * Chats from before the number was connected come as `history`. The files in them follow by themselves: the customer's
 * as `messages`, the business's own as `message_echoes`, under the ids of their placeholders.
 */
export interface HistoryValue extends OfNumber {
  history?: (HistoryChunk | HistoryRefusal)[];
  messages?: InboundMessage[];
  message_echoes?: MessageEcho[];
}

export interface HistoryChunk {
  metadata: {
    /** The last day, the 89 before it, the 90 before those. Chunks and phases arrive in any order. */
    phase: 0 | 1 | 2;
    chunk_order: number;
    /** Of a hundred, over all phases. */
    progress: number;
  };
  threads: HistoryThread[];
}

/** 2593109: the owner did not agree to share. */
export interface HistoryRefusal {
  errors: WebhookError[];
}

export interface HistoryThread {
  /** The customer's number; absent while it is hidden, and `context` says who it is. */
  id?: string;
  context?: { wa_id?: string; user_id: string; parent_user_id?: string; username?: string };
  messages: HistoryMessage[];
}

/** `to` only on what the business sent. */
export type HistoryMessage = (InboundMessage | MediaPlaceholder) &
  EchoedTo & { history_context: { status: HistoryStatus } };

/** The content is withheld, or follows later. */
export type MediaPlaceholder = Inbound<'media_placeholder'>;

/** In capitals, unlike the statuses of live messages. */
export type HistoryStatus = 'DELIVERED' | 'ERROR' | 'PENDING' | 'PLAYED' | 'READ' | 'SENT';
