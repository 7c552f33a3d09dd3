import type { Json, JsonObject } from '../world/json.ts';
import { captured, refundsOf } from './ledger.ts';
import { type Attempt, type Order, type PayWay, type Refund, secondsOf } from './records.ts';

type GatewayWay = Extract<PayWay, { kind: 'gateway' }>;

/** `payment` of a status (Meta, "Receive webhook about transaction status"). */
export function statusPayment(order: Order, way: GatewayWay, attempt: Attempt): JsonObject {
  const refunds = refundsOf(order);
  return {
    reference_id: order.reference,
    amount: { ...order.details.total_amount },
    transaction: showTransaction(way, attempt),
    currency: order.details.currency,
    ...way.extras,
    ...(refunds.length > 0 && { refunds: refunds.map(showRefund) }),
  };
}

/** One of `payments` of a look-up (Meta, "Confirm payment"). Its pages call the sum by two names. */
export function showPayment(order: Order, way: GatewayWay): JsonObject {
  const { reference, details, attempts } = order;
  return {
    reference_id: reference,
    status: captured(order) ? 'captured' : 'pending',
    currency: details.currency,
    amount: { ...details.total_amount },
    total_amount: { ...details.total_amount },
    ...(attempts.length > 0 && {
      transactions: attempts.map((attempt) => ({
        ...showTransaction(way, attempt),
        ...(attempt.refunds.length > 0 && { refunds: attempt.refunds.map(showRefund) }),
      })),
    }),
    ...way.extras,
  };
}

const showTransaction = (
  { gateway }: GatewayWay,
  { id, paymentId, status, method, error, createdAt, updatedAt }: Attempt,
): { [key: string]: Json } => ({
  id,
  pg_transaction_id: paymentId,
  type: gateway,
  status,
  created_timestamp: secondsOf(createdAt),
  updated_timestamp: secondsOf(updatedAt),
  method: { type: method },
  ...(error && { error: { ...error } }),
});

const showRefund = ({ id, minor, speed, status, createdAt, updatedAt }: Refund): Json => ({
  id,
  amount: { value: minor, offset: 100 },
  speed_processed: speed,
  status,
  created_timestamp: secondsOf(createdAt),
  updated_timestamp: secondsOf(updatedAt),
});
