import { Refusal } from '../errors/index.ts';

interface PostgresError extends Error {
  code?: string;
  constraint?: string;
}

/** PostgreSQL's codes that the program acts on; the full list is in its manual, appendix A. */
const sqlState = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  serializationFailure: '40001',
  deadlock: '40P01',
  untranslatableCharacter: '22P05',
  badByteSequence: '22021',
  diskFull: '53100',
  numberOutOfRange: '22003',
  badTime: '22007',
  timeOutOfRange: '22008',
} as const;

export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  hasCode(error, sqlState.uniqueViolation) &&
  (constraint === undefined || (error as PostgresError).constraint === constraint);

export const isRetryable = (error: unknown): boolean =>
  hasCode(error, sqlState.serializationFailure) || hasCode(error, sqlState.deadlock);

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** The database cannot be reached or has just gone: worth saying "try again", not "we are broken". */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as PostgresError).code ?? '';
  if (connectionCodes.has(code)) return true;
  // Class 08: connection exceptions. 57P01–57P03: shutting down, crashed, starting up. 53300: too many connections.
  if (/^08|^57P0[123]$|^53300$/.test(code)) return true;
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/.test(
    error.message,
  );
}

/** Turns what PostgreSQL says into what a caller may be told; anything else stays as it is. */
export function asRefusal(error: unknown): unknown {
  if (isConnectionLoss(error)) {
    return new Refusal('unavailable', 'The database cannot be reached. Try again in a few seconds.', {
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  if (hasCode(error, sqlState.diskFull)) {
    return new Refusal('unavailable', 'The database disk is full. Nothing was stored.', {
      retryAfterSeconds: 30,
      cause: error,
    });
  }
  if (hasCode(error, sqlState.untranslatableCharacter) || hasCode(error, sqlState.badByteSequence)) {
    return new Refusal('malformed_text', 'The text holds a character that cannot be stored.', {
      cause: error,
    });
  }
  // Checked before and gone since, or given to someone while it was being removed.
  if (hasCode(error, sqlState.foreignKeyViolation)) {
    return new Refusal('conflict', 'Someone changed this at the same moment. Look at it again and retry.', {
      cause: error,
    });
  }
  // Times and numbers that read well and that no column holds, such as the year 0.
  const beyond = [sqlState.numberOutOfRange, sqlState.badTime, sqlState.timeOutOfRange];
  if (beyond.some((code) => hasCode(error, code))) {
    return new Refusal('invalid_input', 'A number or a time lies beyond what can be stored.', {
      cause: error,
    });
  }
  return error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as PostgresError).code === code;
}
