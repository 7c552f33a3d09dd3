import { type JsonObject, textIn } from '../json/lossless-json.ts';
import { GraphFailure } from './failure.ts';

/** The answer lacks what it must have, so what came of the call is not known. */
function unreadable(): never {
  throw new GraphFailure({ outcome: 'unknown', reason: 'unreadable', status: 200 });
}

export function requiredText(body: JsonObject, name: string): string {
  return textIn(body, name) ?? unreadable();
}

/** Meta answers `{"success": true}` when there is nothing else to say. */
export function confirm(body: JsonObject): void {
  if (body.success !== true) unreadable();
}
