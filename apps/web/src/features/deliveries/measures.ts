import { formatNumber } from '../../i18n/format-number.ts';
import type { Locale } from '../../i18n/locale.ts';

const unit = (value: number, name: string, locale: Locale): string =>
  formatNumber(value, locale, {
    style: 'unit',
    unit: name,
    // "byte" has no short form, and so no plural in it.
    unitDisplay: name === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  });

export function sizeText(bytes: number, locale: Locale): string {
  if (bytes < 1_000) return unit(bytes, 'byte', locale);
  if (bytes < 1_000_000) return unit(bytes / 1_000, 'kilobyte', locale);
  return unit(bytes / 1_000_000, 'megabyte', locale);
}

/** How long something took, by the unit that a person would say it in. */
export function spanText(milliseconds: number, locale: Locale): string {
  if (milliseconds < 1_000) return unit(Math.max(0, milliseconds), 'millisecond', locale);
  const seconds = milliseconds / 1_000;
  if (seconds < 60) return unit(seconds, 'second', locale);
  if (seconds < 3_600) return unit(seconds / 60, 'minute', locale);
  if (seconds < 86_400) return unit(seconds / 3_600, 'hour', locale);
  return unit(seconds / 86_400, 'day', locale);
}
