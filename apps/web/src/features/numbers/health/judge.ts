import type { Tone } from '../../../ui/feedback/tones.ts';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';

/** What is the matter with a number or its account. Each has words for what it means and for what to do about it. */
export type Matter =
  | 'tokenEnded'
  | 'tokenRefused'
  | 'outOfReach'
  | 'tokenEnds'
  | 'notSubscribed'
  | 'accountRejected'
  | 'accountWaits'
  | 'banned'
  | 'restricted'
  | 'gone'
  | 'offline'
  | 'unproven'
  | 'unregistered'
  | 'appLeft'
  | 'limited'
  | 'qualityLow'
  | 'qualityFalling'
  | 'nameDeclined'
  | 'nameExpired'
  | 'nameWaits'
  | 'newNameReady'
  | 'newNameWaits'
  | 'newNameDeclined'
  | 'smallLimit'
  | 'testOnly';

/** stops: nothing can be sent or received. risk, look: soon, or slowly. note: good to know. */
export type Weight = 'stops' | 'risk' | 'look' | 'note';

export const weights: Record<Matter, Weight> = {
  tokenEnded: 'stops',
  tokenRefused: 'stops',
  outOfReach: 'stops',
  notSubscribed: 'stops',
  accountRejected: 'stops',
  banned: 'stops',
  gone: 'stops',
  appLeft: 'stops',
  unproven: 'stops',
  unregistered: 'stops',
  offline: 'stops',
  restricted: 'risk',
  qualityLow: 'risk',
  tokenEnds: 'look',
  accountWaits: 'look',
  limited: 'look',
  qualityFalling: 'look',
  nameDeclined: 'look',
  nameExpired: 'look',
  newNameDeclined: 'look',
  newNameReady: 'look',
  nameWaits: 'note',
  newNameWaits: 'note',
  smallLimit: 'note',
  testOnly: 'note',
};

const order: Weight[] = ['stops', 'risk', 'look', 'note'];

export const toneOfWeight: Record<Weight, Tone> = { stops: 'bad', risk: 'bad', look: 'warn', note: 'info' };

/** Most serious first. */
export const byWeight = (one: Weight, other: Weight): number => order.indexOf(one) - order.indexOf(other);

export type State = 'works' | 'look' | 'risk' | 'stops';

/** How it is as a whole: what is only good to know does not count. */
export function stateOfWeights(all: readonly Weight[]): State {
  const [worst] = all.toSorted(byWeight);
  return worst === undefined || worst === 'note' ? 'works' : worst;
}

export const stateOf = (matters: readonly Matter[]): State =>
  stateOfWeights(matters.map((matter) => weights[matter]));

export const toneOfState: Record<State, Tone> = { works: 'good', look: 'warn', risk: 'bad', stops: 'bad' };

const day = 86_400_000;
/** As early as the server begins to remind. */
const soon = 14 * day;

export const daysUntil = (instant: string, now: Date): number =>
  Math.max(0, Math.ceil((new Date(instant).getTime() - now.getTime()) / day));

/** Most serious first. */
const ranked = (found: readonly (Matter | false | undefined)[]): Matter[] =>
  found
    .filter((matter) => typeof matter === 'string')
    .sort((one, other) => byWeight(weights[one], weights[other]));

/** What the server met when it last looked, and only a person can mend. */
function lasting(problem: Account['problem']): Matter | undefined {
  if (problem === null) return undefined;
  if (problem === 'token_expired') return 'tokenEnded';
  return problem === 'token_invalid' || problem === 'scope_missing' ? 'tokenRefused' : 'outOfReach';
}

export function judgeAccount(
  { expiresAt, problem, reviewStatus, subscribedAt, disconnectedAt }: Account,
  now: Date,
): Matter[] {
  if (disconnectedAt !== null) return [];
  const left = expiresAt === null ? Infinity : new Date(expiresAt).getTime() - now.getTime();
  return ranked([
    left <= 0 ? 'tokenEnded' : (lasting(problem) ?? (left < soon && 'tokenEnds')),
    subscribedAt === null && 'notSubscribed',
    reviewStatus === 'PENDING' && 'accountWaits',
    ['REJECTED', 'DISABLED', 'DISAPPROVED'].includes(reviewStatus ?? '') && 'accountRejected',
  ]);
}

const badStatus: Record<string, Matter> = {
  BANNED: 'banned',
  RESTRICTED: 'restricted',
  FLAGGED: 'limited',
  RATE_LIMITED: 'limited',
  DELETED: 'gone',
  MIGRATED: 'gone',
};

export function judgeNumber(number: BusinessNumber): Matter[] {
  if (number.disconnectedAt !== null) return [];
  const { status, quality, nameStatus, newNameStatus, messagingLimit, mode } = number;
  const known = badStatus[status];
  return ranked([
    known ?? presence(number),
    quality === 'RED' && 'qualityLow',
    quality === 'YELLOW' && 'qualityFalling',
    nameStatus === 'DECLINED' && 'nameDeclined',
    nameStatus === 'EXPIRED' && 'nameExpired',
    nameStatus === 'PENDING_REVIEW' && 'nameWaits',
    newNameStatus === 'PENDING_REVIEW' && 'newNameWaits',
    newNameStatus === 'DECLINED' && 'newNameDeclined',
    newNameStatus === 'APPROVED' && 'newNameReady',
    (messagingLimit === 'TIER_50' || messagingLimit === 'TIER_250') && 'smallLimit',
    mode === 'SANDBOX' && 'testOnly',
  ]);
}

/** Whether it is there at all, and what is lacking first. */
function presence({ status, registered, codeVerification, onBusinessApp }: BusinessNumber): Matter | false {
  if (!registered && onBusinessApp) return 'appLeft';
  if (!registered) return codeVerification === 'VERIFIED' ? 'unregistered' : 'unproven';
  return status === 'DISCONNECTED' && 'offline';
}
