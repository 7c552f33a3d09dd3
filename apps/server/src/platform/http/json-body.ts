import { parseSecurely } from './secure-json.ts';
import { Refusal } from '../errors/index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body; refuses what would poison objects or cannot be stored as text. */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = decode(body);
  const value = parseSecurely(text);
  // A NUL or a lone surrogate can only come from an escape: raw ones are refused by UTF-8 and by JSON itself.
  if (text.includes('\\u')) refuseUnstorableText(value, '');
  return value;
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new Refusal('malformed_text', 'The body is not valid UTF-8.');
  }
}

/** PostgreSQL stores no NUL, and half a surrogate pair is no character: both are refused by name. */
export function refuseUnstorableText(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw unstorable(field, 'a NUL character');
    if (!value.isWellFormed()) throw unstorable(field, 'half of a surrogate pair');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = field === '' ? key : `${field}.${key}`;
    refuseUnstorableText(key, path);
    refuseUnstorableText(inner, path);
  }
}

function unstorable(field: string, what: string): Refusal {
  const printable = field.toWellFormed().replaceAll('\u0000', '\uFFFD').slice(0, 100);
  const message = `The text holds ${what}, which cannot be stored.`;
  return new Refusal('malformed_text', message, {
    fields: [{ field: printable, code: 'malformed_text', message }],
  });
}
