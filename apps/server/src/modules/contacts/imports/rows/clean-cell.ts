/** Marks that copying brings along and nobody sees; joiners stay, since scripts of India need them. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** A cell as a person would read it. An apostrophe that keeps a spreadsheet from running it belongs to no value. */
export function cleanCell(cell: string): string {
  if (plainCell.test(cell)) return cell.trim();
  const text = cell
    .replaceAll(unseen, '')
    .replaceAll(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim();
  return (/^'[=+\-@]/.test(text) ? text.slice(1) : text).normalize('NFC');
}

const plainCell = /^[\x20-\x26\x28-\x7e]*$/;

/** `="0098…"` is how spreadsheets are made to leave a number alone. */
export const withoutFormula = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1] ?? text;
