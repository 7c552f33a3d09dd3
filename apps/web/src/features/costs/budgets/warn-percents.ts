/** "80, 95 %" as people write it: in order, each once. Null when it is something else. */
export function readPercents(text: string): number[] | null {
  const words = text.split(/[\s,;%]+/).filter((word) => word !== '');
  const numbers = words.map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : Number.NaN));
  if (numbers.length > 5 || numbers.some((one) => !(one >= 1 && one <= 99))) return null;
  return [...new Set(numbers)].sort((one, other) => one - other);
}

export const percentsText = (percents: readonly number[]): string => percents.join(', ');
