import type { JsonObject } from '../world/json.ts';
import type { Price } from '../pricing/pricing.ts';

type MessageStatus = 'held' | 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received';

/**
 * One message between a business number and a customer. `content` holds, under the name of its type, what the wire
 * carried; `origin` says who wrote it.
 */
export interface Message {
  /** The wamid. */
  id: string;
  numberId: string;
  wabaId: string;
  /** The customer's phone number. */
  person: string;
  /** Number and customer: the key of the chat. */
  chat: string;
  origin: 'api' | 'customer' | 'business-app';
  type: string;
  content: JsonObject;
  at: number;
  status: MessageStatus;
  /** The message that this one answers. */
  replyTo?: string;
  /** Addressed by the user id instead of the phone number. */
  byUserId?: true;
  opaque?: string;
  template?: TemplateUse;
  /** The template's parts with the values of this message in them. */
  filled?: JsonObject;
  lite?: true;
  price?: Price;
  /** Waits for the phone to come online; until then it may lapse. */
  waiting?: true;
  lapsesAt?: number;
  deliveredAt?: number;
  readAt?: number;
  failure?: { code: number; details?: string };
  groupId?: string;
  revoked?: true;
  forwarded?: 'once' | 'often';
  /** The ad that brought the customer. */
  referral?: JsonObject;
  /** The product that a customer asks about, as `context.referred_product` has it. */
  product?: JsonObject;
  /** Keys of reply buttons that were tapped. */
  tapped?: string[];
  /** Labels of links and codes that were tapped, in order. */
  clicked?: string[];
  editedAt?: number;
  /** Of a customer whom the business had blocked: nobody else ever sees it. */
  unheard?: true;
}

/** What a sent template is to price, policy and quality. */
export interface TemplateUse {
  id: string;
  category: 'marketing' | 'utility' | 'authentication';
  /** Undelivered messages lapse after so many seconds. */
  ttlSeconds?: number;
}

/** What a number and a customer are to each other. Only kept for customers who wrote, or who have a phone in the world. */
export interface Chat {
  /** `<number id> <phone>` */
  id: string;
  numberId: string;
  person: string;
  /** Until when anything may be sent. */
  windowUntil?: number;
  /** An ad brought the customer; an answer before this moment opens the free entry window. */
  adAnswerUntil?: number;
  freeEntryUntil?: number;
  /** Until when the business knows the number of a customer who hides it. */
  phoneKnownUntil?: number;
  lastInboundAt?: number;
  /** The business has read the customer's messages until here. */
  businessReadAt?: number;
  businessTypingUntil?: number;
  /** Marketing messages that arrived so far. */
  promotions?: number;
  /** An ad was tapped; the next message carries where it came from. */
  pendingReferral?: JsonObject;
  /** Meta's own agent holds the thread. */
  agentHolds?: true;
}

export const chatKey = (numberId: string, person: string): string => `${numberId} ${person}`;
