import type { ClassifiedError } from '../errors/index.ts';
import type { JsonObject } from '../json/lossless-json.ts';

/** Why a call did not do what was asked. */
export type Failure = Refused | NotSent | Unknown;

/** Meta said no, and nothing was done. */
export interface Refused {
  outcome: 'refused';
  error: ClassifiedError;
  /** The whole answer, for what stands beside its error. */
  body: JsonObject;
}

/** Not a byte left: the same call may be made again. */
export interface NotSent {
  outcome: 'not_sent';
  cause: unknown;
}

/** It may have been done, and may not. To repeat it may do it twice. */
export interface Unknown {
  outcome: 'unknown';
  reason: UnknownReason;
  /** With `doubtful`. */
  error?: ClassifiedError;
  /** If there was an answer. */
  status?: number;
  cause?: unknown;
}

export type UnknownReason =
  /** No whole answer before the deadline. */
  | 'timeout'
  /** The caller gave up, after the first byte had left. */
  | 'given_up'
  /** The connection ended before the answer did. */
  | 'connection_lost'
  /** The answer is not Graph's: a page, half of a body, JSON without what was asked for. */
  | 'unreadable'
  /** Meta reports a failure of its own, which does not say that nothing was done. */
  | 'doubtful';

/** Thrown by every verb except for sending, which returns what came of it. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(sentenceOf(failure), { cause: 'cause' in failure ? failure.cause : undefined });
    this.failure = failure;
  }
}

function sentenceOf(failure: Failure): string {
  if (failure.outcome === 'not_sent') return 'Meta could not be reached.';
  const { error } = failure;
  if (error === undefined) return `What came of the call is not known (${failure.outcome}).`;
  return `Meta answered with error ${error.code}: ${error.details ?? error.words.en.happened}`;
}

/** What an error of the transport tells. `bytesWritten: false` alone means that nothing left; doubt means that it did. */
export function failureOf(cause: unknown): NotSent | Unknown {
  const isCertain = (Object(cause) as { bytesWritten?: unknown }).bytesWritten === false;
  return isCertain ? { outcome: 'not_sent', cause } : { outcome: 'unknown', reason: reasonOf(cause), cause };
}

/** The answer was cut off at `maxBytes`. */
export const isTooLarge = (cause: unknown): boolean => codeOf(cause).includes('too_large');

function reasonOf(cause: unknown): UnknownReason {
  const code = codeOf(cause);
  if (/timeout|timedout/i.test(code)) return 'timeout';
  if (/abort/i.test(code)) return 'given_up';
  return /bad_response|too_large/.test(code) ? 'unreadable' : 'connection_lost';
}

const codeOf = (cause: unknown): string => String((Object(cause) as { code?: unknown }).code);
