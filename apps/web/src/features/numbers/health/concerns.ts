import type { Finding } from './health-query.ts';
import { byWeight, stateOfWeights, weights, type Matter, type State, type Weight } from './judge.ts';

/** What is wrong with a number, from what is on screen already or from what only the server sees. */
export type Concern = { matter: Matter } | { finding: Finding };

/** What the number itself tells more exactly than the finding does. */
const saidBy: Partial<Record<Finding['code'], readonly Matter[]>> = {
  account_problem: ['tokenEnded', 'tokenRefused', 'outOfReach'],
  account_not_approved: ['accountWaits', 'accountRejected'],
  token_ended: ['tokenEnded', 'tokenRefused'],
  token_ends_soon: ['tokenEnds'],
  number_not_connected: ['banned', 'gone', 'offline', 'unproven', 'unregistered', 'appLeft'],
  number_restricted: ['restricted'],
  number_flagged: ['limited'],
  number_not_registered: ['unproven', 'unregistered', 'appLeft'],
  quality_low: ['qualityLow'],
  quality_falling: ['qualityFalling'],
  name_rejected: ['nameDeclined', 'newNameDeclined'],
  name_in_review: ['nameWaits', 'newNameWaits'],
};

/** Nothing leaves while one of these is the case. */
const stopping = new Set<Finding['code']>(['account_banned', 'meta_blocks_sending', 'sending_paused']);

function weightOfFinding({ code, severity }: Finding): Weight {
  if (severity === 'critical') return stopping.has(code) ? 'stops' : 'risk';
  return severity === 'warning' ? 'look' : 'note';
}

export const weightOf = (concern: Concern): Weight =>
  'matter' in concern ? weights[concern.matter] : weightOfFinding(concern.finding);

/** What the server found that none of these matters says. */
export const unsaidFindings = (matters: readonly Matter[], findings: readonly Finding[]): Finding[] =>
  findings.filter(({ code }) => !saidBy[code]?.some((matter) => matters.includes(matter)));

/** All that is wrong, each thing once, the worst first. */
export function concernsOf(matters: readonly Matter[], findings: readonly Finding[]): Concern[] {
  const more = unsaidFindings(matters, findings);
  const all: Concern[] = [...matters.map((matter) => ({ matter })), ...more.map((finding) => ({ finding }))];
  return all.sort((one, other) => byWeight(weightOf(one), weightOf(other)));
}

export const stateOfConcerns = (concerns: readonly Concern[]): State =>
  stateOfWeights(concerns.map(weightOf));
