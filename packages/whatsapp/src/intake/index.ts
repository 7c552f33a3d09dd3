import { flatten } from './flatten.ts';
import {
  isObject,
  readJson,
  textIn,
  type Json,
  type JsonObject,
  type Unreadable,
} from '../json/lossless-json.ts';
import type { Update } from './update.ts';

export { answerHandshake } from './handshake.ts';
export { verifySignature } from './signature.ts';
export { isObject, textIn, type Json, type JsonObject } from '../json/lossless-json.ts';
export type { Tolerant, Update, UpdateFacts, UpdateKind, UpdateOf } from './update.ts';

export type Delivery =
  | { outcome: 'read'; object: string; updates: Update[] }
  /** Nothing of it can be told apart. To keep the bytes and to acknowledge is all that can be done. */
  | { outcome: 'unreadable'; reason: Unreadable | 'too_large' | 'too_many' | 'not_a_delivery' };

export interface DeliveryLimits {
  bytes: number;
  /** Of objects and lists inside each other. */
  levels: number;
  updates: number;
}

/** Meta sends up to 3 MB and 1,000 updates, a dozen levels deep ("Webhooks overview"); more than these is not Meta's. */
const usualLimits: DeliveryLimits = { bytes: 4_194_304, levels: 64, updates: 10_000 };

/** Reads the body of a webhook whose signature was verified: whatever Meta adds, the updates that are known come through. */
export function parseDelivery(rawBytes: Uint8Array, given: Partial<DeliveryLimits> = {}): Delivery {
  const limits = { ...usualLimits, ...given };
  if (rawBytes.byteLength > limits.bytes) return { outcome: 'unreadable', reason: 'too_large' };
  const read = readJson(rawBytes, limits.levels);
  if ('unreadable' in read) return { outcome: 'unreadable', reason: read.unreadable };
  const { value } = read;
  const entries = isObject(value) ? entriesOf(value) : undefined;
  if (!isObject(value) || entries === undefined) return { outcome: 'unreadable', reason: 'not_a_delivery' };
  const updates: Update[] = [];
  for (const update of flatten(entries)) {
    if (updates.length >= limits.updates) return { outcome: 'unreadable', reason: 'too_many' };
    updates.push(update);
  }
  return { outcome: 'read', object: textIn(value, 'object') ?? '', updates };
}

/** That a business did not share its history comes, by Meta's own example, as a value without an entry around it. */
function entriesOf(value: JsonObject): Json[] | undefined {
  if (Array.isArray(value.entry)) return value.entry;
  const isBare = isObject(value.metadata) && Array.isArray(value.history);
  return isBare ? [{ id: '', changes: [{ field: 'history', value }] }] : undefined;
}
