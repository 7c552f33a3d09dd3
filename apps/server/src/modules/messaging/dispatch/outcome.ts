import { retrySeconds, type ClassifiedError } from '@trikon/whatsapp/errors';
import type { SendOutcome } from '@trikon/whatsapp/client';
import type { Claimed } from './row.ts';

/** What becomes of a message after an attempt. */
type Next = 'accepted' | 'unknown' | 'failed' | 'waiting' | 'ready';

/** What an answer means beyond its own message. */
export type Consequence =
  /** Everything that this number sends leaves later. */
  | { kind: 'slow_number'; seconds: number }
  | { kind: 'slow_pair'; seconds: number }
  | { kind: 'pause_number'; code: number }
  /** The account of the number, with all that it has. */
  | { kind: 'pause_account'; code: number }
  | { kind: 'pause_source'; code: number }
  | { kind: 'stop_marketing' }
  /** The country of the customer, for the account of the number. */
  | { kind: 'stop_country' }
  /** Nothing leaves at all: the way to Meta is cut. */
  | { kind: 'no_connection' };

export interface Result {
  row: Claimed;
  outcome: SendOutcome['outcome'];
  next: Next;
  hold: string | null;
  waitSeconds: number;
  /** Counts as a try that Meta answered with "later". */
  isRetry: boolean;
  reason: string | null;
  wamid: string | null;
  code: number | null;
  error: Record<string, unknown> | null;
  consequences: Consequence[];
}

/** What to do about an answer. `chance`, from 0 to 1, spreads what is tried again. */
export function resultOf(row: Claimed, answer: SendOutcome, chance: number): Result {
  const plain = { ...blank, row, outcome: answer.outcome };
  if (answer.outcome === 'accepted') return { ...plain, next: 'accepted', wamid: answer.wamid };
  if (answer.outcome === 'not_sent')
    return { ...plain, next: 'ready', consequences: [{ kind: 'no_connection' }] };
  const code = answer.error?.code ?? null;
  if (answer.outcome === 'refused')
    return { ...plain, code, error: told(answer.error), ...refusal(row, answer.error, chance) };
  const { reason, status = null } = answer;
  return { ...plain, next: 'unknown', reason, code, error: { reason, status, ...told(answer.error) } };
}

/** Claimed and not sent after all; nobody asked Meta for anything. */
export const givenBack = (row: Claimed): Result => ({ ...blank, row, outcome: 'not_sent', next: 'ready' });

/** What was written is no message: not a byte of it has left. */
export const unbuilt = (row: Claimed): Result => ({
  ...givenBack(row),
  next: 'failed',
  reason: 'content_invalid',
});

/** A file of it is not at Meta (any more). It waits for that, and until its deadline at most. */
export const fileless = (row: Claimed): Result => ({
  ...givenBack(row),
  next: 'waiting',
  hold: 'media',
  waitSeconds: longerThanAnyDeadline,
});

const longerThanAnyDeadline = 1e9;

export const lacksFile = ({ next, hold }: Result): boolean => next === 'waiting' && hold === 'media';

/** As it stands when it was seen to: the file is on its way, has just arrived, or will never be there. */
export function withoutFile(
  row: Claimed,
  { isComing, why }: { isComing: boolean; why: string | null },
): Result {
  if (why !== null) return { ...givenBack(row), next: 'failed', reason: 'media', error: { reason: why } };
  return isComing ? fileless(row) : givenBack(row);
}

/** Its sender ended, or lost the number, before it wrote what came of it. */
export const orphaned = (row: Claimed): Result => ({
  ...blank,
  row,
  outcome: 'unknown',
  next: 'unknown',
  reason: 'sender_lost',
});

const blank = {
  hold: null,
  waitSeconds: 0,
  isRetry: false,
  reason: null,
  wamid: null,
  code: null,
  error: null,
  consequences: [],
};

type Judgement = Pick<Result, 'next' | 'consequences'> &
  Partial<Pick<Result, 'hold' | 'waitSeconds' | 'isRetry' | 'reason'>>;

function refusal(row: Claimed, error: ClassifiedError, chance: number): Judgement {
  const followUps = followUpsOf(row, error);
  if (error.class === 'retry' || error.class === 'throttle') return later(row, error, chance);
  if (error.class === 'pause') return pause(row, error);
  return failed(error, [...stopsOf(error), ...followUps]);
}

function stopsOf({ class: as, scope }: ClassifiedError): Consequence[] {
  if (as !== 'suppress') return [];
  if (scope === 'marketing') return [{ kind: 'stop_marketing' }];
  return scope === 'country' ? [{ kind: 'stop_country' }] : [];
}

const failed = ({ code }: ClassifiedError, consequences: Consequence[]): Judgement => ({
  next: 'failed',
  reason: `meta_${code}`,
  consequences,
});

function later(row: Claimed, error: ClassifiedError, chance: number): Judgement {
  const counted = retrySeconds(error.retry, row.retries, chance);
  if (counted === null) return failed(error, []);
  const seconds = Math.max(counted, error.retry?.isTold ? (error.waitSeconds ?? 0) : 0);
  const hold = error.scope === 'pair' ? 'pair_rate' : 'retry';
  return {
    next: 'waiting',
    hold,
    waitSeconds: seconds,
    isRetry: true,
    consequences: slowDown(error, seconds),
  };
}

function slowDown({ scope }: ClassifiedError, seconds: number): Consequence[] {
  if (scope === 'pair') return [{ kind: 'slow_pair', seconds }];
  // The first seconds of a wait that many share; each message waits for its own beyond that.
  const shared = scope === 'number' || scope === 'account' || scope === 'app' || scope === 'token';
  return shared ? [{ kind: 'slow_number', seconds: Math.min(seconds, longestSharedWait) }] : [];
}

const longestSharedWait = 300;

/** Nothing is wrong with the message: it keeps its place and leaves when a person has put the rest in order. */
function pause(row: Claimed, error: ClassifiedError): Judgement {
  const { code, scope } = error;
  if (scope === 'campaign') {
    return row.sourceId === null
      ? failed(error, [])
      : { next: 'ready', consequences: [{ kind: 'pause_source', code }] };
  }
  // What concerns calls alone stops no messages.
  if (scope === 'calls') return failed(error, []);
  const kind = scope === 'number' ? 'pause_number' : 'pause_account';
  return { next: 'ready', consequences: [{ kind, code }] };
}

function followUpsOf(row: Claimed, { followUp, code }: ClassifiedError): Consequence[] {
  const isPause =
    followUp?.class === 'pause' && followUp.scope === 'campaign' && followUp.after === undefined;
  return isPause && row.sourceId !== null ? [{ kind: 'pause_source', code }] : [];
}

/** Meta's error as it came, without what could only be read together with a request. */
function told(error: ClassifiedError | undefined): Record<string, unknown> {
  if (error === undefined) return {};
  const { code, subcode, details, trace } = error;
  return { code, subcode: subcode ?? null, details: details ?? null, trace: trace ?? null };
}
