import { createHmac } from 'node:crypto';

/** The code that an authenticator app shows for a secret (RFC 6238, 30 seconds, 6 digits). */
export function oneTimeCode(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest[19]! & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The secret in the address that is shown as a QR code. */
export function secretIn(totpUri: string): string {
  return new URL(totpUri).searchParams.get('secret')!;
}

/** A code of the right shape that is not the secret's, now or soon. */
export function wrongCode(secret: string): string {
  const right = new Set([-1, 0, 1, 2].map((steps) => oneTimeCode(secret, Date.now() + steps * 30_000)));
  return ['000000', '000001', '000002', '000003', '000004'].find((code) => !right.has(code))!;
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(text.replaceAll('=', '').toUpperCase())
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
