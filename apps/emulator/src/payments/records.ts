import type { OrderDetails, OrderStatus, PaymentApp } from '@trikon/whatsapp';
import type { JsonObject } from '../world/json.ts';

type Gateway = 'billdesk' | 'payu' | 'razorpay' | 'zaakpay';

export type ConfigurationStatus = 'Active' | 'Needs_Connecting' | 'Needs_Testing';

/** How an account is paid: a gateway's account, or a UPI address. */
export interface Configuration {
  /** `<account> <name>` */
  id: string;
  wabaId: string;
  name: string;
  provider: Gateway | 'upi_vpa';
  categoryCode?: string;
  purposeCode?: string;
  /** The account at the gateway, once it is connected. */
  merchantId?: string;
  vpa?: string;
  redirectUrl?: string;
  /** The business' endpoint for coupons, shipping and addresses at checkout. */
  dataEndpointUrl?: string;
  status: ConfigurationStatus;
  /** The link that connects it with the gateway. */
  link?: { token: string; until: number };
  createdAt: number;
  updatedAt: number;
}

export type PayMethodType = 'upi' | 'card' | 'netbanking' | 'wallet';

export interface Refund {
  id: string;
  minor: number;
  speed: 'normal' | 'instant';
  status: 'pending' | 'success' | 'failed';
  createdAt: number;
  updatedAt: number;
}

/** One try of a customer to pay. */
export interface Attempt {
  /** The gateway's order. */
  id: string;
  /** The gateway's payment. */
  paymentId: string;
  method: PayMethodType | 'link';
  status: 'pending' | 'success' | 'failed';
  error?: { code: string; reason: string };
  refunds: Refund[];
  createdAt: number;
  updatedAt: number;
}

/** By what an order can be paid. Only a gateway tells WhatsApp how it ended. */
export type PayWay =
  | {
      kind: 'gateway';
      gateway: Gateway;
      configuration: string;
      /** What the gateway is given along with the payment, and what comes back with each status. */
      extras: JsonObject;
      options: readonly ('upi' | 'web')[];
      preferred?: PaymentApp;
    }
  | { kind: 'upi'; configuration?: string }
  | { kind: 'link'; url: string };

export interface Order {
  /** `<account> <reference>` */
  id: string;
  wabaId: string;
  numberId: string;
  person: string;
  messageId: string;
  reference: string;
  details: OrderDetails;
  way: PayWay;
  status: OrderStatus;
  /** What the business wrote about the status. */
  note?: string;
  /** The status of the newest update that was accepted, though it may not have been sent yet. */
  announced: OrderStatus;
  expiresAt?: number;
  attempts: Attempt[];
  createdAt: number;
}

export const keyOf = (wabaId: string, name: string): string => `${wabaId} ${name}`;

export const secondsOf = (at: number): number => Math.floor(at / 1000);
