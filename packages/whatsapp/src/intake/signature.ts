import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const written = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether Meta signed these very bytes (header `X-Hub-Signature-256`). Several secrets are for the days in which an
 * app's secret changes. Without a secret nothing is believed.
 */
export function verifySignature(
  rawBytes: Uint8Array,
  header: string | string[] | undefined,
  secrets: readonly string[],
): boolean {
  const given = written.exec(typeof header === 'string' ? header : '')?.[1];
  if (given === undefined) return false;
  const signature = Buffer.from(given, 'hex');
  // Each secret is tried, so that the time does not tell which one was right.
  const matches = secrets.filter(
    (secret) =>
      secret !== '' && timingSafeEqual(createHmac('sha256', secret).update(rawBytes).digest(), signature),
  );
  return matches.length > 0;
}

/** Compares two secrets; that their hashes are compared keeps their lengths secret too. */
export function isSameSecret(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
