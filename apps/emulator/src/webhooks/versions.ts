import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../world/json.ts';

/** The version of payloads of which an app that chose none hears. */
export const usualVersion = 25;

const day = 24 * 3600;

/**
 * A value as an app hears it that chose an older version: before v24.0 every status with a price has a conversation, one
 * for each message unless the message belongs to a free entry window (Meta, "Status messages").
 */
export function inVersion(value: JsonObject, version: number): JsonObject {
  if (version >= 24 || !Array.isArray(value.statuses)) return value;
  return { ...value, statuses: value.statuses.map(withConversation) };
}

function withConversation(status: Json): Json {
  if (!isObject(status) || !isObject(status.pricing) || status.conversation !== undefined) return status;
  const { id, timestamp } = status;
  const { category } = status.pricing;
  if (typeof id !== 'string' || typeof category !== 'string') return status;
  const conversation = {
    id: createHash('md5').update(id).digest('hex'),
    ...(status.status === 'sent' && { expiration_timestamp: String(Number(timestamp) + day) }),
    origin: { type: originOf(category) },
  };
  return { ...status, conversation };
}

/** Conversations knew fewer categories than prices do. */
const originOf = (category: string): string =>
  /^(?:marketing|authentication)/.exec(category)?.[0] ?? category;
