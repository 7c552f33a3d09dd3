import { ImportFailed } from './import-failed.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file is, by its first bytes and never by its name. */
export type Sniffed = { format: 'xlsx' } | { format: 'csv'; encoding: Encoding };

export function sniff(head: Buffer): Sniffed {
  if (head.length === 0) throw new ImportFailed('empty');
  if (head.subarray(0, 4).toString('hex') === '504b0304') return { format: 'xlsx' };
  // The container of Excel before 2007, and of every workbook that is locked with a password.
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new ImportFailed('old_excel');
  return { format: 'csv', encoding: encodingOf(head) };
}

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  // Text of Latin letters in UTF-16 has a zero in nearly every second byte, always on the same side.
  const [even, odd] = zeros as [number, number];
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  if (even > head.length / 4 && odd === 0) return 'utf-16be';
  if (even + odd > 0 || isBinary(head)) throw new ImportFailed('binary');
  return isUtf8(head) ? 'utf-8' : 'windows-1252';
}

/** Control characters that no text has. */
function isBinary(head: Buffer): boolean {
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return controls > head.length / 100 || head.subarray(0, 5).toString('latin1') === '%PDF-';
}

function isUtf8(head: Buffer): boolean {
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
