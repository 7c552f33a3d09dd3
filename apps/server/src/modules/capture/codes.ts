import { randomInt } from 'node:crypto';

/** Without what looks alike on a poster: no I, L, O, U, 0 and 1. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const entryPointLength = 8;
const confirmLength = 12;

/** Known to everybody who saw the poster; guessing one opens nothing that is not shown to all. */
export const newEntryPointCode = (): string => newCode(entryPointLength);

/** Known to nobody but who sent the form. */
export const newConfirmCode = (): string => newCode(confirmLength);

const newCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

const mostRead = 2_000;
const mostCodes = 5;
const codePattern = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:[${alphabet}]{${confirmLength}}|[${alphabet}]{${entryPointLength}})(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

/** What of a message may be a code, however it was typed. */
export function codesIn(text: string): string[] {
  const plain = text.slice(0, mostRead).normalize('NFKC').toUpperCase();
  return [...new Set(plain.match(codePattern) ?? [])].slice(0, mostCodes);
}

export const isEntryPointCode = (text: string): boolean =>
  text.length === entryPointLength && codesIn(text).includes(text);
