import type {
  OutgoingContact,
  OutgoingFile,
  OutgoingLocation,
  OutgoingPin,
  OutgoingReaction,
  OutgoingText,
} from './send-content.ts';
import type { OutgoingInteractive } from './send-interactive.ts';
import type { SendTemplate } from './templates.ts';

/** The body of `POST /{number}/messages`: an envelope, and under the name of its type what it carries (Meta, 'Sending messages'). */
export type OutgoingMessage = OutgoingEnvelope & OutgoingContent;

export interface OutgoingEnvelope {
  messaging_product: 'whatsapp';
  recipient_type: 'individual' | 'group';
  /** A phone number in any writing, or the id of a group. Wins over `recipient`. */
  to?: string;
  /** A business-scoped user id, or a parent one. */
  recipient?: string;
  context?: { message_id: string };
  /** Comes back with every status of the message. */
  biz_opaque_callback_data?: string;
  /** Delivers only while the customer's identity hash is this one. */
  recipient_identity_key_hash?: string;
  /** Direct Send: what the message would be as a template. */
  category?: 'authentication' | 'service' | 'utility';
  ttl_seconds?: number;
  direct_send_config?: { template_name?: string };
}

export type OutgoingContent =
  | { type: 'audio'; audio: OutgoingFile & { voice?: boolean } }
  | { type: 'contacts'; contacts: OutgoingContact[] }
  | { type: 'document'; document: OutgoingFile & { caption?: string; filename?: string } }
  | { type: 'image'; image: OutgoingFile & { caption?: string } }
  | { type: 'interactive'; interactive: OutgoingInteractive }
  | { type: 'location'; location: OutgoingLocation }
  | { type: 'pin'; pin: OutgoingPin }
  | { type: 'reaction'; reaction: OutgoingReaction }
  | { type: 'sticker'; sticker: OutgoingFile }
  | { type: 'template'; template: SendTemplate }
  | { type: 'text'; text: OutgoingText }
  | { type: 'video'; video: OutgoingFile & { caption?: string } };

export type OutgoingType = OutgoingContent['type'];

/** `POST /{number}/marketing_messages` takes templates only. */
export type OutgoingMarketing = OutgoingEnvelope & {
  type: 'template';
  template: SendTemplate;
} & MarketingOptions;

export interface MarketingOptions {
  /** Whether the message may go through Cloud API where the number is not onboarded. */
  product_policy: 'CLOUD_API_FALLBACK' | 'STRICT';
  /** Absent: as the account is set. */
  message_activity_sharing?: boolean;
}

/** Marks a message and all before it as read; the same address as for messages (Meta, 'Mark messages as read'). */
export interface ReadReceipt {
  messaging_product: 'whatsapp';
  status: 'read';
  message_id: string;
  /** Shows "typing…" until the next message, or for 25 seconds. */
  typing_indicator?: { type: 'text' };
}

export interface SendAnswer {
  messaging_product: 'whatsapp';
  /** `wa_id` is absent where a user id was the address, `user_id` where a phone number was. */
  contacts: { input: string; wa_id?: string; user_id?: string }[];
  messages: SentMessage[];
}

export interface SentMessage {
  id: string;
  /** Of templates only. */
  message_status?: 'accepted' | 'held_for_quality_assessment' | 'paused';
  group_id?: string;
}
