import { createHmac } from 'node:crypto';

/** Meta escapes slashes and everything outside of ASCII before it signs, so a body that was parsed and written again does not match. */
export function serialise(body: unknown): string {
  const text = JSON.stringify(body).replaceAll('/', String.raw`\/`);
  return beyondAscii.test(text) ? text.replaceAll(everyBeyondAscii, escapeCharacter) : text;
}

export const sign = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const beyondAscii = /[\u0080-\uffff]/;
const everyBeyondAscii = /[\u0080-\uffff]/g;

const escapeCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
