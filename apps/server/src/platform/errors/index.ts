import { refusals, type RefusalCode } from './catalogue.ts';

export { refusals, type RefusalCode } from './catalogue.ts';

/**
 * A refusal: something a caller did or met that has a stable code, an HTTP status and a sentence for a person.
 * Anything else that is thrown is a bug and is answered as `internal` without its text.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly fields: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: RefusalCode, message: string, extra: RefusalExtra = {}) {
    super(message, { cause: extra.cause });
    this.name = 'Refusal';
    this.code = code;
    this.status = refusals[code][0];
    this.fields = extra.fields ?? [];
    this.retryAfterSeconds = extra.retryAfterSeconds;
    this.details = extra.details;
  }
}

export interface FieldProblem {
  /** Where in the input, as a path such as `members.0.email`. */
  field: string;
  code: string;
  message: string;
}

interface RefusalExtra {
  fields?: FieldProblem[];
  retryAfterSeconds?: number;
  details?: Record<string, unknown>;
  cause?: unknown;
}

export const notFound = (what: string): Refusal =>
  new Refusal('not_found', `There is no such ${what} here, or you may not see it.`);

/** One field is wrong: names the field and the reason, as every refusal of input does. */
export const invalidField = (field: string, code: string, message: string): Refusal =>
  new Refusal('invalid_input', message, { fields: [{ field, code, message }] });

/** A broken promise inside the program, never a user's mistake. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${message}`);
}
