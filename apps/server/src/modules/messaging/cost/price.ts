import { internationalMarkets, rulesOn, type ChargingRules } from './charging-rules.ts';
import { rateCard, type PriceCategory, type Rate } from './rate-card.ts';

/** What a message is, as it is sent. Meta may call an authentication message an international one. */
export type SentCategory = Exclude<PriceCategory, 'authentication_international'>;

/** What decides over the price of authentication across borders. */
export interface Business {
  /** ISO 3166 of where it is at home. */
  country: string;
  /** The days since which it pays international rates: in general, and where another day was set. */
  internationalSince: string;
  exceptions: Readonly<Record<string, string>>;
}

export interface TariffFacts {
  /** The day in the account's zone. */
  day: string;
  currency: string | null;
  /** The workspace's own prices, which win over the rate card. */
  own?: readonly Rate[] | undefined;
  business?: Business | null | undefined;
}

interface TariffLine {
  category: SentCategory;
  country: string;
  micros: number;
}

/** Every price of one day, as data. */
export interface Tariff {
  /** Null for days before Meta charged by message. */
  rules: ChargingRules | null;
  lines: readonly TariffLine[];
}

export interface PricedMessage {
  category: SentCategory;
  country: string | null;
  windowOpen: boolean;
  freeEntry: boolean;
  /** Free-form messages that the number may still send free of charge this month. */
  allowanceLeft: number;
}

export interface Price {
  /** Null when no list has it. */
  micros: number | null;
  /** In Meta's words. */
  type: 'regular' | 'free_customer_service' | 'free_entry_point';
}

export interface RateOnADay {
  micros: number;
  isOwn: boolean;
}

/** The rates of a day by category and country. */
export function ratesOn({ day, currency, own = [] }: TariffFacts): Map<string, RateOnADay> {
  const valid = (rates: readonly Rate[]): Rate[] =>
    rates
      .filter((rate) => rate.currency === currency && rate.validFrom <= day)
      .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  // Later ones overwrite earlier ones: a newer price the older, the workspace's own the rate card's.
  const rates = new Map<string, RateOnADay>();
  for (const { category, country, micros } of valid(rateCard))
    rates.set(`${category} ${country}`, { micros, isOwn: false });
  for (const { category, country, micros } of valid(own))
    rates.set(`${category} ${country}`, { micros, isOwn: true });
  return rates;
}

export const rateIn = (
  rates: ReadonlyMap<string, RateOnADay>,
  category: string,
  country: string | null,
): RateOnADay | undefined => rates.get(`${category} ${country}`) ?? rates.get(`${category} *`);

const sentCategories: readonly SentCategory[] = ['marketing', 'utility', 'authentication', 'service'];

export function tariffOf(facts: TariffFacts): Tariff {
  const { day, business = null } = facts;
  const rates = ratesOn(facts);
  const countries = new Set([...rates.keys()].map((key) => key.split(' ')[1]!));
  const lines = sentCategories.flatMap((category) =>
    [...countries].flatMap((country): TariffLine[] => {
      const rate = rates.get(`${chargedAs(category, country, { day, business })} ${country}`);
      return rate === undefined ? [] : [{ category, country, micros: rate.micros }];
    }),
  );
  return { rules: rulesOn(day) ?? null, lines };
}

function chargedAs(
  category: SentCategory,
  country: string,
  { day, business }: { day: string; business: Business | null },
): PriceCategory {
  if (category !== 'authentication' || business === null || business.country === country) return category;
  const since = business.exceptions[country] ?? business.internationalSince;
  return internationalMarkets.includes(country) && since <= day ? 'authentication_international' : category;
}

/** What a message costs by a day's tariff. Of a whole audience each kind of recipient is priced once. */
export function priceIn({ rules, lines }: Tariff, message: PricedMessage): Price {
  const { category, country, windowOpen, freeEntry, allowanceLeft } = message;
  if (rules === null) return { micros: null, type: 'regular' };
  if (freeEntry) return { micros: 0, type: 'free_entry_point' };
  const isFree =
    (category === 'service' && (rules.serviceFree || allowanceLeft > 0)) ||
    (category === 'utility' && rules.utilityFreeInWindow && windowOpen);
  if (isFree) return { micros: 0, type: 'free_customer_service' };
  const priceIn = (where: string | null): number | undefined =>
    lines.find((line) => line.category === category && line.country === where)?.micros;
  return { micros: priceIn(country) ?? priceIn('*') ?? null, type: 'regular' };
}

type PriceQuestion = PricedMessage & Omit<TariffFacts, 'day'> & { at: Date; zone: string };

/** What a message costs at a time; `zone` is the account's, in which Meta counts days. */
export const priceOf = ({ at, zone, ...facts }: PriceQuestion): Price =>
  priceIn(tariffOf({ ...facts, day: dayIn(zone, at) }), facts);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date in a zone, as 2026-10-01. */
export function dayIn(zone: string, at: Date): string {
  let format = formats.get(zone);
  if (format === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts });
    formats.set(zone, format);
  }
  return format.format(at);
}

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;
