import type { OrderStatus } from '@trikon/whatsapp';
import { captured, isUnderWay } from '../ledger.ts';
import type { Order } from '../records.ts';

const moving: readonly OrderStatus[] = ['processing', 'partially_shipped', 'shipped'];
const ended: readonly OrderStatus[] = ['completed', 'canceled'];

const allowed: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: [...moving, ...ended],
  processing: [...moving, ...ended],
  partially_shipped: [...moving, ...ended],
  shipped: [...moving, ...ended],
  completed: [],
  canceled: [],
};

export const mayBecome = (from: OrderStatus, to: OrderStatus): boolean => allowed[from].includes(to);

/** Why an update of an order fails after it was accepted (Meta, "Supported order status and transitions"). */
export function failureOfUpdate(order: Order, to: OrderStatus): { code: number; details: string } | null {
  if (!mayBecome(order.announced, to))
    return { code: 2046, details: 'New order status was not correctly transitioned.' };
  // Of other ways to pay WhatsApp does not know whether it happened.
  const isKnown = order.way.kind === 'gateway';
  if (isKnown && to === 'canceled' && (captured(order) || isUnderWay(order)))
    return { code: 2047, details: "Could not change order status to 'canceled'." };
  return null;
}
