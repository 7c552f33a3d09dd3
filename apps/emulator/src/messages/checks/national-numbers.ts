/** How many digits a national number has, by calling code, where that is less vague than for the rest of the world. */
const digitsByCode: Record<string, readonly [number, number]> = {
  1: [10, 10],
  7: [10, 10],
  20: [10, 10],
  27: [9, 9],
  33: [9, 9],
  34: [9, 9],
  44: [10, 10],
  52: [10, 11],
  54: [10, 11],
  55: [10, 11],
  57: [10, 10],
  60: [9, 10],
  62: [9, 12],
  65: [8, 8],
  86: [11, 11],
  91: [10, 10],
  92: [10, 10],
  94: [9, 9],
  234: [10, 10],
  254: [9, 9],
  880: [10, 10],
  966: [9, 9],
  971: [8, 9],
  977: [10, 10],
};
const elsewhere = [7, 10] as const;

/** Whether digits without their calling code may be a number of that country. */
export function isNationalNumberOf(code: string, digits: string): boolean {
  const [min, max] = digitsByCode[code] ?? elsewhere;
  // Neither an area nor an exchange of North America begins with 0 or 1.
  return digits.length >= min && digits.length <= max && (code !== '1' || /^[2-9]\d\d[2-9]/.test(digits));
}
