import { callingCodeOf } from '../../people/countries.ts';

/** Areas of India whose code has two digits; all others are shown with three. */
const shortAreas = /^(?:11|20|22|33|40|44|79|80)/;

const cut = (digits: string, ...lengths: number[]): string[] => {
  let from = 0;
  return lengths.map((length) => digits.slice(from, (from += length)));
};

/** Meta shows numbers in the international way of their country: `+91 261 400 1234`, `+1 631-555-8151`. */
export function displayNumber(phone: string): string {
  const code = callingCodeOf(phone);
  if (code === undefined) return `+${phone}`;
  const rest = phone.slice(code.length);
  if (code === '1' && rest.length === 10) return `+1 ${cut(rest, 3, 3, 4).join('-')}`;
  if (code === '91' && rest.length === 10) return `+91 ${ofIndia(rest).join(' ')}`;
  return `+${code} ${inThrees(rest).join(' ')}`;
}

function ofIndia(rest: string): string[] {
  if (/^[6-9]/.test(rest) && !shortAreas.test(rest)) return cut(rest, 5, 5);
  return shortAreas.test(rest) ? cut(rest, 2, 4, 4) : cut(rest, 3, 3, 4);
}

/** Groups of three, of which the last may have four digits. */
function inThrees(rest: string): string[] {
  const groups: string[] = [];
  let left = rest;
  while (left.length > 4) {
    groups.push(left.slice(0, 3));
    left = left.slice(3);
  }
  return left === '' ? groups : [...groups, left];
}
