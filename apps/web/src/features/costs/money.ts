import { formatMoney, formatNumber } from '../../i18n/format-number.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The server counts in millionths of the currency's unit; a sum is read in whole paise. */
export function sumText(micros: number, currency: string, locale: Locale): string {
  const digits = fractionDigits(currency);
  const minor = Math.round(micros / 10 ** (6 - digits));
  // Below half a paisa it is still not nothing.
  if (minor === 0 && micros !== 0) return priceText(micros, currency, locale);
  return formatMoney({ minor, currency }, locale);
}

/** One message's price: below a paisa, so never rounded to one, and aligned under its neighbours. */
export const priceText = (micros: number, currency: string, locale: Locale): string =>
  formatNumber(micros / 1_000_000, locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 4,
    maximumFractionDigits: 6,
  });

/** The sign that stands beside a field for money: ₹. */
export const signOf = (currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Exact for what people type: 0.1 + 0.2 is not, but 0.3 times a million rounded is. */
export const toMicros = (units: number): number => Math.round(units * 1_000_000);
export const toUnits = (micros: number): number => micros / 1_000_000;
