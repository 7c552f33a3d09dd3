import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

interface FormOf {
  entryPointId: string;
  /** `page`, or the origin of the website that shows it. */
  via: string;
}

const lifeSeconds = 2 * 60 * 60;

/** What makes a form ours, of this place, of now and of one use. */
export function newFormToken(key: Buffer, form: FormOf, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000);
  const nonce = randomBytes(16).toString('base64url');
  return `${issued}.${nonce}.${macOf(key, form, issued, nonce).toString('base64url')}`;
}

/** The nonce of a form that is ours and not too old. */
export function readFormToken(
  key: Buffer,
  form: FormOf,
  token: string,
  now: Date,
): { nonce: string } | 'forged' | 'too_old' {
  const [, written = '0', nonce = '', mac = ''] = /^(\d{10})\.([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const issued = Number(written);
  const expected = macOf(key, form, issued, nonce);
  const given = Buffer.alloc(expected.length);
  given.write(mac, 'base64url');
  // Exactly as it was written: base64url has bits to spare in its last character.
  const same = timingSafeEqual(expected, given) && given.toString('base64url') === mac;
  if (!same) return 'forged';
  const age = now.getTime() / 1000 - issued;
  return age > lifeSeconds ? 'too_old' : { nonce };
}

const macOf = (key: Buffer, { entryPointId, via }: FormOf, issued: number, nonce: string): Buffer =>
  createHmac('sha256', key).update(`v1 ${entryPointId} ${issued} ${nonce} ${via}`).digest();
