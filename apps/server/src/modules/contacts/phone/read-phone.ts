import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { canonicalPhone, withoutOldPrefix } from './canonical.ts';
import { plainDigits } from './digits.ts';

export interface Phone {
  /** E.164, in the one form that all ways of writing this number share. */
  phone: string;
  /** ISO 3166; null for numbers of no country, such as those of satellites. */
  country: string | null;
}

/** Why a text is no phone number. */
export type PhoneProblem = 'empty' | 'too_long' | 'letters' | 'too_short' | 'unknown_number';

const longestText = 40;
const mostDigits = 15;
/** Short codes have at most 6 digits, and no country has whole numbers with fewer than 7. */
const fewestDigits = 7;
const phoneText = /^[+\d\s().\-/\u2010-\u2015\u2212·]*$/;

/**
 * What a person wrote, in any form of their country or with a country code. Only the form is looked at: which ranges
 * are in use changes by the week, and a number that nobody has is refused by WhatsApp itself.
 */
export function readPhone(text: string, country = 'IN'): Phone | { problem: PhoneProblem } {
  if (text.length > longestText) return { problem: 'too_long' };
  const plain = plainDigits(text);
  if (plain === '') return { problem: 'empty' };
  if (!phoneText.test(plain)) return { problem: 'letters' };
  const digits = plain.replaceAll(/\D/g, '');
  if (digits.length < fewestDigits) return { problem: 'too_short' };
  // Three beyond what a number may have: 00 or 011 in front of it.
  if (digits.length > mostDigits + 3) return { problem: 'too_long' };
  return parse(plain, country) ?? { problem: 'unknown_number' };
}

export function normalisePhone(text: string, country = 'IN'): Phone | null {
  const read = readPhone(text, country);
  return 'problem' in read ? null : read;
}

const commonNumber = /^91[6-9]\d{9}$/;

/**
 * What Meta writes, which is digits with the country code first. Whatever Meta names exists, even when it fits no rule
 * that is known here. `waId` is how Meta has to be told it again, when that is not the digits of the phone.
 */
export function readWaId(text: string): (Phone & { waId: string | null }) | null {
  if (commonNumber.test(text)) return { phone: `+${text}`, country: 'IN', waId: null };
  if (!/^[1-9]\d{4,14}$/.test(text)) return null;
  const read = parse(`+${text}`, 'IN') ?? { phone: `+${text}`, country: null };
  return { ...read, waId: read.phone === `+${text}` ? null : text };
}

function parse(text: string, country: string): Phone | null {
  const number = parsePhoneNumberFromString(withoutOldPrefix(text), {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  if (!number?.isValid() || number.ext !== undefined) return null;
  return { phone: canonicalPhone(number.number), country: number.country ?? null };
}

/** WhatsApp's ids of people begin with their country, as in `IN.13491208655302741918`. */
export const countryOfUserId = (userId: string): string | null => /^[A-Z]{2}(?=\.)/.exec(userId)?.[0] ?? null;
