import { countryOf } from './countries.ts';

/**
 * Business-scoped user ids that can be read back: a phone number and its generation, mixed under the portfolio's id by a
 * Feistel network. So every number of the world has its ids without the world having to remember them, one portfolio
 * cannot use another's, and whoever changes gets new ones.
 */
const rounds = 6;
const half = 32n;
const mask = (1n << half) - 1n;
const generations = 100n;

export function userIdOf(businessId: string, phone: string, generation = 0): string {
  // The leading 1 keeps zeros, and makes a wrong portfolio's reading recognisable.
  const plain = BigInt(`1${phone.padStart(15, '0')}`) * generations + (BigInt(generation) % generations);
  return `${countryOf(phone) ?? 'ZZ'}.${mix(plain, businessId, 1).toString()}`;
}

/** Whose id it is; null when it is not one of this portfolio's. */
export function readUserId(businessId: string, userId: string): { phone: string; generation: number } | null {
  const match = /^([A-Z]{2})\.(\d{1,20})$/.exec(userId);
  if (!match || BigInt(match[2] as string) >= 1n << (2n * half)) return null;
  const plain = mix(BigInt(match[2] as string), businessId, -1);
  const text = (plain / generations).toString();
  if (text.length !== 16 || !text.startsWith('1')) return null;
  const phone = text.slice(1).replace(/^0+/, '');
  return (countryOf(phone) ?? 'ZZ') === match[1] ? { phone, generation: Number(plain % generations) } : null;
}

function mix(value: bigint, key: string, direction: 1 | -1): bigint {
  let [left, right] = [value >> half, value & mask];
  for (let step = 0; step < rounds; step++) {
    const round = direction === 1 ? step : rounds - 1 - step;
    if (direction === 1) [left, right] = [right, left ^ scramble(right, key, round)];
    else [left, right] = [right ^ scramble(left, key, round), left];
  }
  return (left << half) | right;
}

function scramble(value: bigint, key: string, round: number): bigint {
  let hash = 0x811c_9dc5 ^ round;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x0100_0193);
  hash = Math.imul(hash ^ Number(value), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2_ae35);
  return BigInt((hash ^ (hash >>> 16)) >>> 0);
}
