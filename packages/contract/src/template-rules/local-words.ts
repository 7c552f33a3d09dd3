const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * An amount or a day as people write it where the template’s language is spoken: ₹1,00,000 and 31 दिसंबर 2026. A day is
 * told by its form, so that what systems hand over never reaches a customer as 2026-12-31. Anything else stays as it is.
 */
export function inLocalWords<Value>(value: Value, language: string): Value | string {
  if (typeof value === 'string') return dayPattern.test(value) ? dayIn(value, language) : value;
  if (typeof value !== 'object' || value === null) return value;
  const { amount, currency, date } = value as { amount?: unknown; currency?: unknown; date?: unknown };
  if (typeof amount === 'number' && typeof currency === 'string') return amountIn(amount, currency, language);
  return typeof date === 'string' && dayPattern.test(date) ? dayIn(date, language) : value;
}

/** Digits stay 0 to 9, as people in India write them in chats. */
const tagOf = (language: string): string =>
  `${language.includes('_') ? language.replace('_', '-') : `${language}-IN`}-u-nu-latn`;

function dayIn(day: string, language: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  // 31 February is left as it was written.
  if (instant.toISOString().slice(0, 10) !== day) return day;
  const month = language.startsWith('en') ? 'short' : 'long';
  const parts = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tagOf(language), parts).format(instant);
}

/** Whole amounts lose their `.00`. */
const whole = { trailingZeroDisplay: 'stripIfInteger' } as Intl.NumberFormatOptions;
const paise = { ...whole, minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** Rupees are grouped by lakh and crore with the sign before them in every language; other money as it is at home. */
function amountIn(amount: number, currency: string, language: string): string {
  if (currency !== 'INR')
    return new Intl.NumberFormat(tagOf(language), { ...whole, style: 'currency', currency }).format(amount);
  const written = new Intl.NumberFormat('en-IN', paise).format(Math.abs(amount));
  return `${amount < 0 ? '-' : ''}₹${written}`;
}
