import type { connectionProblems } from '@trikon/contract';
import { GraphFailure, type Failure } from '@trikon/whatsapp/client';
import type { ClassifiedError } from '@trikon/whatsapp/errors';
import { Refusal } from '../../platform/errors/index.ts';

export type ProblemCode = (typeof connectionProblems)[number];

/** Meta's own code of an error, and the word by which its support finds the call. */
export interface MetaAnswer {
  code: number;
  trace: string | null;
}

interface MetaProblem {
  code: ProblemCode;
  sentence: string;
  meta: MetaAnswer | null;
}

const silences = {
  slow: ['meta_slow', 'Meta did not answer in time. Try again in a few minutes.'],
  unreachable: [
    'meta_unreachable',
    'Meta cannot be reached from this server. Check its way to the internet, then try again.',
  ],
} as const;

/** What a failed call to Meta means for a person; null when it is no such failure. */
export function whatMetaSaid(error: unknown): MetaProblem | null {
  if (!(error instanceof GraphFailure)) return null;
  const told = errorOf(error.failure);
  if (told !== undefined) {
    const { happened, next } = told.words.en;
    return { code: codeOf(told), sentence: `${happened} ${next}`, meta: answerOf(told) };
  }
  const [code, sentence] = silences[isSlow(error.failure) ? 'slow' : 'unreachable'];
  return { code, sentence, meta: null };
}

const errorOf = (failure: Failure): ClassifiedError | undefined =>
  'error' in failure ? failure.error : undefined;

const isSlow = (failure: Failure): boolean =>
  failure.outcome === 'unknown' && (failure.reason === 'timeout' || failure.reason === 'given_up');

export const answerOf = ({ code, trace }: ClassifiedError): MetaAnswer => ({ code, trace: trace ?? null });

/** The error, if Meta refused with one of these codes. */
export function refusalWith(error: unknown, ...codes: number[]): ClassifiedError | null {
  if (!(error instanceof GraphFailure) || error.failure.outcome !== 'refused') return null;
  return codes.includes(error.failure.error.code) ? error.failure.error : null;
}

/** The object is not there, or is none of the token's business: Meta does not tell these apart. */
export function outOfReach(error: unknown): ClassifiedError | null {
  const permissions = Array.from({ length: 100 }, (_, place) => 200 + place);
  return refusalWith(error, 10, 33, 100, 803, ...permissions);
}

/** For calls that are no step of a walk: the same in words, as a refusal. */
export function asRefusalByMeta(error: unknown): unknown {
  const said = whatMetaSaid(error);
  if (said === null) return error;
  const passes = said.code === 'meta_slow' || said.code === 'meta_unreachable' || said.code === 'meta_busy';
  const meta = said.meta === null ? '' : ` (Meta’s code ${said.meta.code})`;
  const extra = { cause: error, ...(passes && { retryAfterSeconds: 30 }) };
  return new Refusal(passes ? 'unavailable' : 'conflict', `${said.sentence}${meta}`, extra);
}

const expiredSession = 463;

function codeOf(error: ClassifiedError): ProblemCode {
  if (error.code === 190) return error.subcode === expiredSession ? 'token_expired' : 'token_invalid';
  const passes = error.isDoubtful === true || error.class === 'retry' || error.class === 'throttle';
  return passes ? 'meta_busy' : 'meta_refused';
}
