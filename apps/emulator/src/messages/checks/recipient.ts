import { callingCodeOf } from '../../people/countries.ts';
import { isNationalNumberOf } from './national-numbers.ts';
import { matching, type Reader, text } from './reading.ts';
import { wrong } from './wrong.ts';

const malformed = 'The phone number is malformed: Please use the format: +1234567890.';

/** A phone number in any writing: Meta overlooks plus signs, spaces, dashes and parentheses. */
export const phone: Reader<string> = (value, now) => {
  const given = text()(value, now);
  return isPhone(given) ? given : wrong(131009, malformed);
};

function isPhone(given: string): boolean {
  if (/^\d{7,15}$/.test(given)) return true;
  return /^[+\d\s()-]+$/.test(given) && /^\d{7,15}$/.test(digitsOf(given));
}

/** The digits of a number as somebody wrote it, or nothing where it is none. */
export const readPhone = (given: string, senderCountryCode: string): string | undefined =>
  isPhone(given) ? normaliseRecipient(given, senderCountryCode).slice(1) : undefined;

/** Country, dot, letters and digits; `IN.ENT.…` is a parent id (Meta, 'Business-scoped user IDs'). */
export const userId = matching(
  /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/,
  'The recipient is not a valid business-scoped user ID',
);

/** Ids of groups are neither numbers to dial nor user ids. */
export const groupId: Reader<string> = (value, now) => {
  const id = text()(value, now);
  return /^[\w=-]+$/.test(id) && !/^\+?\d{7,15}$/.test(id)
    ? id
    : wrong(131009, 'Param to is not a valid group ID');
};

/**
 * The full number with its plus. Meta prepends the sender's country code wherever there is no plus: `1 (631) 555-1234`
 * from India goes to +9116315551234. Yet nearly every client sends bare international digits, and they arrive. Both are so
 * when digits without a plus are taken
 *
 * 1. as international if they begin with the sender's own code and a national number of that country follows;
 * 2. as national if they are a national number of the sender's country;
 * 3. as international if nothing but digits was written and they are a number of some country;
 * 4. as national otherwise, as Meta documents it.
 */
export function normaliseRecipient(to: string, senderCountryCode: string): string {
  const digits = digitsOf(to);
  if (/^[\s(]*\+/.test(to)) return `+${digits}`;
  const own = senderCountryCode.replace('+', '');
  if (digits.startsWith(own) && isNationalNumberOf(own, digits.slice(own.length))) return `+${digits}`;
  if (isNationalNumberOf(own, digits)) return `+${own}${digits}`;
  return digits === to && isNumberOfSomeCountry(digits) ? `+${digits}` : `+${own}${digits}`;
}

function isNumberOfSomeCountry(digits: string): boolean {
  const code = callingCodeOf(digits);
  return code !== undefined && isNationalNumberOf(code, digits.slice(code.length));
}

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '');
