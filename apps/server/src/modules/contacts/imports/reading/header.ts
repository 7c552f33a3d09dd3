import { createHash } from 'node:crypto';

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Names of columns hold no phones, no addresses and hardly a digit. */
export function looksLikeHeader(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const isValue = (cell: string): boolean =>
    /@\S+\.\S/.test(cell) || cell.replaceAll(/\D/g, '').length >= 6 || /^\d+([.,]\d+)?$/.test(cell.trim());
  return filled.length > 0 && !filled.some(isValue);
}

export function namedTwice(row: readonly string[]): string[] {
  const names = row.map((cell) => plain(cell)).filter((name) => name !== '');
  return [
    ...new Set(
      row
        .map((cell) => cell.trim())
        .filter((cell) => names.filter((name) => name === plain(cell)).length > 1),
    ),
  ];
}

/** Files with the same header are read alike. */
export const headerHash = (row: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(row.map(plain)))
    .digest('hex');
