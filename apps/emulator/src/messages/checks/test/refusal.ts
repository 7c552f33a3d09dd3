import { GraphError } from '../../../graph/errors.ts';
import { readMessage } from '../read-message.ts';
import { now } from './bodies.ts';

/** What Graph says to a body: `code: details`, or null where it takes it. */
export function refusalOf(
  body: unknown,
  read: (body: unknown, now: number) => unknown = readMessage,
): string | null {
  try {
    read(body, now);
    return null;
  } catch (error) {
    if (error instanceof GraphError) return `${error.code}: ${error.refusal.details}`;
    throw error;
  }
}
