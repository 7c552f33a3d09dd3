import type { Json, JsonObject } from '@trikon/whatsapp/webhooks';
import type { SeenIdentity } from '../../contacts/index.ts';

/** A message as it came from Meta: what a customer said, or what the business said elsewhere than here. */
export interface NewMessage {
  workspaceId: string;
  numberId: string;
  wamid: string;
  /** Who the customer is. */
  customer: Omit<SeenIdentity, 'workspaceId' | 'at' | 'source'>;
  direction: 'in' | 'out';
  origin: 'customer' | 'app' | 'meta';
  type: string;
  content: Record<string, Json | undefined>;
  at: Date;
  receivedAt: Date;
  status: string;
  replyToWamid: string | null;
  context: JsonObject | null;
  forwarded: boolean;
  /**
   * live: it was said now, to us. standby: it was said now, and another app answers. history: it was said before the
   * number was connected, so nothing follows from it.
   */
  how: 'live' | 'standby' | 'history';
  /** The customer spoke to this business, so for a day anything may be said to them. */
  opensWindow: boolean;
  offersFreeEntry: boolean;
  groupId: string | null;
  deliveryId: string;
}

/** With who it is and where it belongs. */
export interface PlacedMessage extends NewMessage {
  messageId: string;
  contactId: string;
}

/** The content of a file that was announced without it. */
export const placeholderType = 'media_placeholder';
