import type { Random } from '../world/random.ts';
import type { PayWay, PayMethodType } from './records.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const some = (random: Random, count: number, from = letters): string =>
  Array.from({ length: count }, () => from[random.integer(0, from.length - 1)]).join('');

const digits = '0123456789';

interface GatewayIds {
  order: (random: Random) => string;
  payment: (random: Random) => string;
  refund: (random: Random) => string;
}

const razorpay: GatewayIds = {
  order: (random) => `order_${some(random, 14)}`,
  payment: (random) => `pay_${some(random, 14)}`,
  refund: (random) => `rfnd_${some(random, 14)}`,
};

/** Ids in the fashion of each gateway. */
const ids: Record<string, GatewayIds> = {
  razorpay,
  payu: {
    order: (random) => random.hex(20).toLowerCase(),
    payment: (random) => `4039937155${some(random, 8, digits)}`,
    refund: (random) => some(random, 9, digits),
  },
  billdesk: {
    order: (random) => `OA${some(random, 14).toUpperCase()}`,
    payment: (random) => `U${some(random, 13, digits)}`,
    refund: (random) => `RF${some(random, 12, digits)}`,
  },
  zaakpay: {
    order: (random) => `ZPLive${some(random, 13, digits)}`,
    payment: (random) => `ZP${some(random, 13).toLowerCase()}`,
    refund: (random) => `ZPR${some(random, 12, digits)}`,
  },
};

export const idsOf = (way: PayWay): GatewayIds =>
  (way.kind === 'gateway' ? ids[way.gateway] : undefined) ?? razorpay;

const reasons: Record<PayMethodType | 'link', string> = {
  upi: 'incorrect_pin',
  card: 'card_declined',
  netbanking: 'bank_technical_error',
  wallet: 'insufficient_wallet_balance',
  link: 'payment_failed',
};

/** In the gateway's words, which Meta passes on. */
export const failureBy = (
  way: PayWay,
  method: PayMethodType | 'link',
  reason = reasons[method],
): { code: string; reason: string } => ({
  code: way.kind === 'gateway' && way.gateway !== 'razorpay' ? 'PAYMENT_FAILED' : 'BAD_REQUEST_ERROR',
  reason,
});
