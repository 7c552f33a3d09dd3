import { maskText } from './mask-text.ts';

const DEEPEST_CAUSE = 5;
const MOST_FRAMES = 20;
const MOST_JOINED_ERRORS = 5;

/**
 * What is safe and useful of an error. Everything else that libraries hang on one stays out: PostgreSQL's `detail`,
 * `where` and `hint` quote the row, HTTP clients carry the request with its headers, validators carry the input.
 */
const KEPT_FIELDS =
  'code status statusCode errno syscall reason retryable severity schema table column dataType constraint routine'.split(
    ' ',
  );

export type MaskedError = { type: string; message: string; [field: string]: unknown };

export function maskError(error: Error, depth = 0): MaskedError {
  const masked: MaskedError = { type: errorType(error), message: maskMessage(error) };
  for (const field of KEPT_FIELDS) {
    const value = read(error, field);
    if (typeof value === 'number' || typeof value === 'boolean') masked[field] = value;
    else if (typeof value === 'string')
      masked[field] = field === 'code' ? maskErrorCode(value) : maskText(value);
  }
  const stack = maskStack(error);
  if (stack !== '') masked.stack = stack;
  if (depth < DEEPEST_CAUSE) addRelated(masked, error, depth);
  return masked;
}

function addRelated(masked: MaskedError, error: Error, depth: number): void {
  const cause = read(error, 'cause');
  if (cause instanceof Error) masked.cause = maskError(cause, depth + 1);
  else if (typeof cause === 'string') masked.cause = maskText(cause);
  const joined = read(error, 'errors');
  if (!Array.isArray(joined)) return;
  masked.errors = joined
    .slice(0, MOST_JOINED_ERRORS)
    .filter((one): one is Error => one instanceof Error)
    .map((one) => maskError(one, depth + 1));
}

function errorType(error: Error): string {
  const name = read(error, 'name');
  return typeof name === 'string' ? maskText(name.slice(0, 80)) : 'Error';
}

function maskMessage(error: Error): string {
  const message = read(error, 'message');
  if (typeof message !== 'string') return '';
  return maskText(withoutQuotedValues(error, message));
}

// JSON.parse quotes what it choked on, and PostgreSQL's class 22 (data exceptions) quotes the value: both are content.
// In the other classes the quoted words are names of tables and constraints, which say what went wrong.
function withoutQuotedValues(error: Error, message: string): string {
  if (error instanceof SyntaxError && message.includes('JSON')) return 'The text is not valid JSON.';
  const code = read(error, 'code');
  const quotesValues = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  return quotesValues ? message.replace(/"[^"]*"?/g, '"[value]"') : message;
}

/** SQLSTATEs and words such as ECONNRESET stay; a one-time code carried in `code` does not. */
function maskErrorCode(code: string): string {
  if (/^[0-9A-Z]{5}$/.test(code) || /^[A-Za-z][\w.:-]{0,79}$/.test(code)) return maskText(code);
  return '[code]';
}

// The stack begins with the message, unmasked; only the lines that name a place in the code are taken.
function maskStack(error: Error): string {
  const stack = read(error, 'stack');
  if (typeof stack !== 'string') return '';
  const message = read(error, 'message');
  const from = typeof message === 'string' ? stack.indexOf(message) + message.length : 0;
  const frames = stack
    .slice(from)
    .split('\n')
    .filter((line) => /^\s{2,8}at \S.{0,400}(?::\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line));
  return frames.slice(0, MOST_FRAMES).map(maskText).join('\n');
}

function read(error: Error, field: string): unknown {
  try {
    return (error as unknown as Record<string, unknown>)[field];
  } catch {
    return undefined;
  }
}
