import { classify } from '@trikon/whatsapp/errors';
import { english } from './english.ts';
import type { StepName, StepResult, TestFacts, Words } from './facts.ts';
import { hindi } from './hindi.ts';

interface Step {
  step: StepName;
  result: StepResult;
  at: Date | null;
  reason: string | null;
  words: Words;
}

/** A step passed at a time, failed for a reason, or is still to come. */
type Outcome = { at: Date } | { reason: string; words: Words } | null;

/** Counted from the step before; a phone may be off for a while, and a person has to pick it up. */
const patience: Record<StepName, number> = {
  allowed: 900,
  accepted: 60,
  sent: 60,
  delivered: 300,
  answered: 900,
};

const gaveUp = new Set(['cancelled', 'expired', 'refused']);

/** How far a test has come, and what to check where it stopped. */
export function stepsOf(facts: TestFacts, now: Date): Step[] {
  const outcomes: Record<StepName, Outcome> = {
    allowed: allowed(facts),
    accepted: accepted(facts),
    sent: proof(facts, facts.sentAt ?? facts.deliveredAt),
    delivered: proof(facts, facts.deliveredAt),
    answered: facts.answeredAt === null ? null : { at: facts.answeredAt },
  };
  let since: Date | null = facts.startedAt;
  return (Object.keys(outcomes) as StepName[]).map((step) => {
    const found: Step = since === null ? skipped(step) : judged(step, outcomes[step], { since, now });
    since = found.result === 'passed' ? later(since, found.at) : null;
    return found;
  });
}

const later = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one;

function allowed({ decision, startedAt }: TestFacts): Outcome {
  if (decision.verdict === 'allowed') return { at: startedAt };
  if (decision.verdict === 'held') return null;
  const { sentence, rule } = decision;
  const next = english.allowed.failed[1];
  return {
    reason: rule ?? 'refused',
    words: {
      en: { happened: sentence?.en ?? english.allowed.failed[0], next },
      hi: { happened: sentence?.hi ?? hindi.allowed.failed[0], next: hindi.allowed.failed[1] },
    },
  };
}

/** That something became of it proves that Meta had it, even when its answer was lost. */
function accepted(facts: TestFacts): Outcome {
  const { acceptedAt, sentAt, deliveredAt, status } = facts;
  const at = acceptedAt ?? sentAt ?? deliveredAt;
  if (at !== null) return { at };
  return status === 'failed' || gaveUp.has(status ?? '') ? failure('accepted', facts) : null;
}

const proof = (facts: TestFacts, at: Date | null): Outcome =>
  at !== null ? { at } : facts.status === 'failed' ? failure('delivered', facts) : null;

function failure(step: StepName, { reason, errorCode, status }: TestFacts): Outcome {
  const words = errorCode === null ? wordsOf(step, 'failed') : classify({ code: errorCode }).words;
  return { reason: errorCode === null ? (reason ?? status ?? 'failed') : `meta_${errorCode}`, words };
}

function judged(step: StepName, outcome: Outcome, { since, now }: { since: Date; now: Date }): Step {
  if (outcome !== null && 'at' in outcome)
    return { step, result: 'passed', at: outcome.at, reason: null, words: wordsOf(step, 'passed') };
  if (outcome !== null) return { step, result: 'failed', at: null, ...outcome };
  if (now.getTime() - since.getTime() < patience[step] * 1000)
    return { step, result: 'waiting', at: null, reason: null, words: wordsOf(step, 'waiting') };
  return { step, result: 'failed', at: null, reason: 'timeout', words: wordsOf(step, 'failed') };
}

const skipped = (step: StepName): Step => ({
  step,
  result: 'skipped',
  at: null,
  reason: null,
  words: wordsOf(step, 'skipped'),
});

function wordsOf(step: StepName, result: StepResult): Words {
  const [en, hi] = [english[step][result], hindi[step][result]];
  return { en: { happened: en[0], next: en[1] }, hi: { happened: hi[0], next: hi[1] } };
}
