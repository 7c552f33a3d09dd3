import { dayIn, monthOf, rateIn, ratesOn, type RateOnADay } from './price.ts';
import type { NumberPricing } from './account-pricing.ts';

/** What stands in a status about money, in Meta's words. Nothing is sure to be there. */
export interface StatusPricing {
  billable?: boolean | undefined;
  pricing_model?: string | undefined;
  type?: string | undefined;
  category?: string | undefined;
}

/** What Meta charged for a message, as `messages.price` keeps it. */
export interface Charge {
  /** Null when no list has the price. */
  micros: number | null;
  currency: string;
  category: string;
  type: string;
  /** How the price was found. */
  how: 'free' | 'own_price' | 'rate_card' | 'unknown';
  /** When Meta said so. Milliseconds. */
  at: number;
  /** Only what was delivered costs anything. */
  delivered: boolean;
  /** Said with the proof of delivery, which outweighs what was said when it was sent. */
  saidAtDelivery: boolean;
  /** Where it was counted: in the account's zone, and in the workspace's. */
  month: string;
  day: string;
}

/** In place of the currency of an account that has not told it. */
const noCurrency = 'none';

interface Told {
  pricing: StatusPricing;
  at: Date;
  country: string | null;
}

export function chargeOf(
  { pricing, at, country }: Told,
  { numberPricing, rates }: { numberPricing: NumberPricing; rates: RatesByDay },
): Omit<Charge, 'delivered' | 'saidAtDelivery'> {
  const { zone, workspaceZone, currency } = numberPricing;
  const day = dayIn(zone, at);
  const category = (pricing.category ?? 'unknown').toLowerCase().replaceAll('-', '_');
  const type = (
    pricing.type ?? (pricing.billable === false ? 'free_customer_service' : 'regular')
  ).toLowerCase();
  const counted = { month: monthOf(day), day: dayIn(workspaceZone, at) };
  const said = { currency: currency ?? noCurrency, category, type, at: at.getTime(), ...counted };
  if (type.startsWith('free_') || category === 'referral_conversion')
    return { ...said, micros: 0, how: 'free' };
  // Before July 2025 a conversation was charged, not the message.
  const rate = pricing.pricing_model === 'CBP' ? undefined : rateIn(rates(day), listedAs(category), country);
  if (rate === undefined) return { ...said, micros: null, how: 'unknown' };
  return { ...said, micros: rate.micros, how: rate.isOwn ? 'own_price' : 'rate_card' };
}

/** Marketing by its own API, and messages in groups, cost what the others do. */
const listedAs = (category: string): string => category.replace(/^group_/, '').replace(/_lite$/, '');

export type RatesByDay = (day: string) => ReadonlyMap<string, RateOnADay>;

/** A batch asks for few days and many times. */
export function ratesByDay({ currency, own }: NumberPricing): RatesByDay {
  const known = new Map<string, ReadonlyMap<string, RateOnADay>>();
  return (day) => {
    const rates = known.get(day) ?? ratesOn({ day, currency, own });
    known.set(day, rates);
    return rates;
  };
}
