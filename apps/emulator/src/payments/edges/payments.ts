import { choice, requiredText } from '../../accounts/reading.ts';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import type { Ledger } from '../ledger.ts';
import type { Order, PayWay } from '../records.ts';
import type { Refunds } from '../refunds.ts';
import { showPayment } from '../show-payment.ts';

const access = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;

/** What became of payments, and giving money back (Meta, "Receive payments via payment gateways on WhatsApp"). */
export const paymentEdges = (ledger: Ledger, refunds: Refunds): Edges => ({
  'GET number/payments/*/*': {
    access,
    answer({ node, rest: [configuration = '', reference = ''] }: Call<BusinessNumber>) {
      const { order, way } = gatewayOrder(ledger, node, { configuration, reference });
      return { payments: [showPayment(order, way)] };
    },
  },
  'POST number/payments_refund': {
    access,
    answer({ node, params }: Call<BusinessNumber>) {
      const { order } = gatewayOrder(ledger, node, {
        configuration: requiredText(params, 'payment_config_id'),
        reference: requiredText(params, 'reference_id'),
      });
      const speed = choice(params, 'speed', ['normal', 'instant'] as const) ?? 'normal';
      return refunds.refund(order, { minor: readAmount(params), speed });
    },
  },
});

interface Named {
  configuration: string;
  reference: string;
}

/** Only of payments by gateways WhatsApp knows how they ended. */
function gatewayOrder(
  ledger: Ledger,
  { id, wabaId }: BusinessNumber,
  { configuration, reference }: Named,
): { order: Order; way: Extract<PayWay, { kind: 'gateway' }> } {
  const order = ledger.order(wabaId, reference);
  if (order?.numberId !== id || order.way.kind !== 'gateway' || order.way.configuration !== configuration)
    refuse(131009, `There is no payment ${reference} with the payment configuration ${configuration}.`);
  return { order, way: order.way };
}

/** Meta writes these numbers as texts. */
function readAmount({ amount }: Record<string, unknown>): number {
  if (!isObject(amount)) refuse(131008, 'amount is required');
  if (requiredText(amount, 'currency') !== 'INR') refuse(131009, 'The currency of a refund must be INR');
  if (requiredText(amount, 'offset') !== '100') refuse(131009, 'The offset of an amount must be 100');
  const value = requiredText(amount, 'value');
  if (!/^[1-9]\d{0,14}$/.test(value)) refuse(131009, 'The value of an amount must be a positive integer');
  return Number(value);
}
