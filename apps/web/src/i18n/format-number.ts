import { numberTag, type Locale } from './locale.ts';

export interface Money {
  /** Integer in the currency's smallest unit: paise, cents. */
  minor: number;
  currency: string;
}

const made = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return formatter(locale, options).format(value);
}

/** Whole rupees lose their ".00"; anything else keeps its paise, because a price must never look rounded. */
export function formatMoney({ minor, currency }: Money, locale: Locale): string {
  const digits = fractionDigits(currency);
  const value = minor / 10 ** digits;
  const shown = Number.isInteger(value) ? 0 : digits;
  return formatter(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(value);
}

/** What a message costs, in millionths of the currency's unit: prices go below a paisa, and none of it is rounded away. */
export function formatMicros(micros: number, currency: string, locale: Locale): string {
  const digits = fractionDigits(currency);
  return formatter(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: 6,
  }).format(micros / 1_000_000);
}

export function formatPercent(ratio: number, locale: Locale, digits = 1): string {
  return formatter(locale, { style: 'percent', maximumFractionDigits: digits }).format(ratio);
}

/** 1.2L and 3.4Cr where the workspace counts in lakh and crore, 120K and 34M elsewhere: for axes and tiles. */
export function formatShort(value: number, locale: Locale): string {
  return formatter(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value).replace('T', 'K');
}

function fractionDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

// Making an Intl formatter costs about 50 µs, which a table of 10,000 rows would feel.
function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const tag = numberTag(locale);
  const key = `${tag}|${JSON.stringify(options)}`;
  const found = made.get(key) ?? new Intl.NumberFormat(tag, options);
  made.set(key, found);
  return found;
}
