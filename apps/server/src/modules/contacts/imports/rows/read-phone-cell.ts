import { readPhone, type Phone } from '../../phone/read-phone.ts';
import { withoutFormula } from './clean-cell.ts';

type PhoneCell = Phone | { problem: 'phone_no_number' | 'phone_rounded' };

/** Most phones of most files: read without asking the tables of all countries, with the same answer. */
const commonIndian = /^(?:\+?91)?([6-9]\d{9})$/;

export function readPhoneCell(cell: string, country: string): PhoneCell {
  const text = withoutFormula(cell).replaceAll(/[\s-]/g, '');
  const common = country === 'IN' ? commonIndian.exec(text) : null;
  if (common) return { phone: `+91${common[1]}`, country: 'IN' };
  const whole = wholeNumber(text);
  if (whole === null) return { problem: 'phone_rounded' };
  const read = readPhone(whole ?? withoutFormula(cell), country);
  return 'problem' in read ? { problem: 'phone_no_number' } : read;
}

/**
 * A spreadsheet writes large numbers as 9.19877E+11 and throws the other digits away. Null when digits are gone, undefined
 * for what was written otherwise.
 */
function wholeNumber(text: string): string | null | undefined {
  const parts = /^(\d+)(?:[.,](\d+))?(?:e\+?(\d{1,2}))?$/i.exec(text);
  if (parts === null || (parts[2] === undefined && parts[3] === undefined)) return undefined;
  const [, whole = '', fraction = '', exponent] = parts;
  if (exponent === undefined) return /^0+$/.test(fraction) ? whole : undefined;
  const missing = Number(exponent) - fraction.length;
  // Zeros at the end of what is left may be digits that were rounded.
  if (missing > 0) return null;
  return whole + fraction.slice(0, Number(exponent));
}
