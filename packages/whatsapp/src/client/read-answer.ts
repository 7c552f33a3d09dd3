import { classify, type MetaError } from '../errors/index.ts';
import { isObject, type JsonObject, readJson } from '../json/lossless-json.ts';
import type { Failure } from './failure.ts';
import type { Usage } from './usage.ts';

export interface Answered {
  outcome: 'answered';
  body: JsonObject;
}

const mostLevels = 64;

/** What an answer that came whole means. Only Graph's own envelope refuses; anything else leaves it open. */
export function readAnswer(status: number, bytes: Uint8Array, usage: readonly Usage[]): Answered | Failure {
  const read = readJson(bytes, mostLevels);
  const body = 'value' in read ? read.value : undefined;
  if (!isObject(body)) return { outcome: 'unknown', reason: 'unreadable', status };
  const told = errorIn(body);
  if (told === undefined) {
    const isGood = status >= 200 && status < 300;
    return isGood ? { outcome: 'answered', body } : { outcome: 'unknown', reason: 'unreadable', status };
  }
  const error = { ...classify(told, status), waitSeconds: waitOf(usage) };
  return error.isDoubtful
    ? { outcome: 'unknown', reason: 'doubtful', error, status }
    : { outcome: 'refused', error, body };
}

function errorIn({ error }: JsonObject): MetaError | undefined {
  return isObject(error) && typeof error.code === 'number' ? (error as unknown as MetaError) : undefined;
}

function waitOf(usage: readonly Usage[]): number | undefined {
  const minutes = Math.max(0, ...usage.map(({ regainMinutes }) => regainMinutes));
  return minutes > 0 ? minutes * 60 : undefined;
}
