/**
 * Three countries changed how mobile numbers are dialled, and WhatsApp kept the old form for those who had joined before.
 * One form stands for both, the present one; how Meta writes it is kept beside it (`waId`).
 */
export function canonicalPhone(phone: string): string {
  return phone
    .replace(brazilWithoutNinthDigit, '+55$<area>9$<number>')
    .replace(argentinaWithoutNine, '+549$1');
}

/** Mobile numbers of Brazil have nine digits since 2016, the first a 9. Those of landlines begin with 2 to 5. */
const brazilWithoutNinthDigit = /^\+55(?<area>[1-9]{2})(?<number>[6-9]\d{7})$/;

/**
 * The 9 marks a mobile number called from abroad. No landline has the digits of a mobile, so giving the 9 to all of
 * them makes no two numbers one; a landline on WhatsApp is reached by its `waId`.
 */
const argentinaWithoutNine = /^\+54((?:11|[23]\d)\d{8})$/;

/** Mexico dropped the 1 before mobile numbers in 2019; with it nothing else can read them. */
export function withoutOldPrefix(text: string): string {
  const digits = text.replaceAll(/[^\d+]/g, '');
  return digits.replace(/^(?:\+|00)521(\d{10})$/, '+52$1') === digits ? text : `+52${digits.slice(-10)}`;
}
