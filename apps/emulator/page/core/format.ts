import type { Language } from '../../src/phones/view.ts';
import type { Money } from '../../src/phones/card-view.ts';

const locales: Record<Language, string> = { en: 'en-IN', hi: 'hi-IN' };

export const timeOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { hour: 'numeric', minute: '2-digit', hour12: true })
    .format(at)
    .replace(/\u202f/g, ' ');

const dayNumber = (at: number): number => {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
};

export const isSameDay = (one: number, other: number): boolean => dayNumber(one) === dayNumber(other);

/** The day as a chat divides itself: today, yesterday, the weekday, then the date. */
export function dayOf(at: number, now: number, language: Language): string {
  const ago = dayNumber(now) - dayNumber(at);
  if (ago === 0 || ago === 1) {
    const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(-ago, 'day');
    return words.charAt(0).toLocaleUpperCase(locales[language]) + words.slice(1);
  }
  const options: Intl.DateTimeFormatOptions =
    ago > 0 && ago < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(locales[language], options).format(at);
}

/** As the list of chats says when something came: the time today, the day before that. */
export function shortWhen(at: number, now: number, language: Language): string {
  const ago = dayNumber(now) - dayNumber(at);
  if (ago <= 0) return timeOf(at, language);
  if (ago < 7) return dayOf(at, now, language);
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'short' }).format(at);
}

/** Rupees without paise when there are none, in Indian grouping. */
export function priceOf({ minor, currency }: Money, language: Language = 'en'): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
  }).format(minor / 100);
}

/** 919876543210 as +91 98765 43210; other countries' numbers in groups of three from the end. */
export function phoneNumber(digits: string): string {
  const indian = /^91(\d{5})(\d{5})$/.exec(digits);
  if (indian) return `+91 ${indian[1]} ${indian[2]}`;
  return `+${digits.replace(/\B(?=(?:\d{3})+$)/g, ' ')}`;
}

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}

/** What is left of an offer: days while there are any, then hours, minutes and seconds. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const clock = `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days}d ${clock}` : clock;
}

export const initialOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '?';

/** A stable number for a name, from which its colour comes. */
export function hueOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}

export const isBigEmoji = (text: string): boolean =>
  /^(?:\p{RGI_Emoji}\s*){1,3}$/v.test(text) && !/^\d/.test(text);
