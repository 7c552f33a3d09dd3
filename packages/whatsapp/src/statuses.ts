import type { WebhookError } from './parties.ts';

/** What became of something that the business sent. */
export type StatusUpdate = MessageStatus | PaymentStatus;

export interface MessageStatus extends StatusOf {
  type?: 'message';
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
  /** Since v24.0 only in conversations that a free entry point opened; `expiration_timestamp` only with `sent`. */
  conversation?: { id: string; expiration_timestamp?: string; origin: { type: string } };
  /** With `sent`, and with one of `delivered` and `read`. */
  pricing?: StatusPricing;
  errors?: WebhookError[];
}

interface StatusOf {
  id: string;
  /** Seconds, as text. */
  timestamp: string;
  /** The customer's number, or the group; absent while the number is hidden. */
  recipient_id?: string;
  recipient_type?: 'individual' | 'group';
  recipient_user_id?: string;
  recipient_parent_user_id?: string;
  recipient_participant_id?: string;
  recipient_participant_user_id?: string;
  recipient_participant_parent_user_id?: string;
  recipient_identity_key_hash?: string;
  biz_opaque_callback_data?: string;
}

export interface StatusPricing {
  /** `type` says the same, and more. */
  billable: boolean;
  /** Per message since July 2025, per conversation before. */
  pricing_model: 'PMP' | 'CBP';
  type?: PricingType;
  category: PricingCategory;
}

export type PricingType =
  | 'regular'
  | 'free_customer_service'
  | 'free_entry_point'
  | 'free_group_customer_service';

export type PricingCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'referral_conversion'
  | 'group_marketing'
  | 'group_utility'
  | 'group_service'
  | 'general_purpose_ai';

/** A payment in India, for an order that an `order_details` message asked for. */
export interface PaymentStatus extends StatusOf {
  type: 'payment';
  status: 'pending' | 'captured' | 'failed';
  payment: Payment;
  errors?: WebhookError[];
}

export interface Payment {
  reference_id: string;
  amount: PaymentAmount;
  currency: string;
  transaction: PaymentTransaction;
  receipt?: string;
  notes?: Record<string, string>;
  refunds?: PaymentRefund[];
}

/** `value` divided by `offset` is the amount: 21000 with an offset of 100 is 210. */
export interface PaymentAmount {
  value: number;
  offset: number;
}

export interface PaymentTransaction {
  id: string;
  pg_transaction_id?: string;
  type: string;
  status: 'pending' | 'success' | 'failed';
  /** Seconds; Meta's pages show them as text and as numbers. */
  created_timestamp: string | number;
  updated_timestamp: string | number;
  method?: { type: 'upi' | 'card' | 'wallet' | 'netbanking' };
  error?: { code: string; reason: string };
  refunds?: PaymentRefund[];
}

export interface PaymentRefund {
  id: string;
  amount: PaymentAmount;
  speed_processed: 'normal' | 'instant';
  status: 'pending' | 'success' | 'failed';
  created_timestamp: string | number;
  updated_timestamp: string | number;
}

/** A tap on a link of a marketing message. It names no customer: only the click can be joined to one. */
export interface UserAction {
  action_type: 'marketing_messages_link_click';
  timestamp: string;
  marketing_messages_link_click_data: {
    click_component: 'cta' | 'body';
    click_id?: string;
    tracking_token?: string;
    product_id?: string;
  };
}
