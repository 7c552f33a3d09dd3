import { classify } from '@trikon/whatsapp/errors';
import type { healthFindings, severities } from '@trikon/contract';
import type { NumberFacts, Restriction, Surroundings } from './facts.ts';
import { peopleADay } from '../../numbers/index.ts';

export type Severity = (typeof severities)[number];
export type FindingCode = (typeof healthFindings)[number];

/** What happened, and what to do next. */
export type WordsByCode = Record<FindingCode, readonly [happened: string, next: string]>;

export interface Finding {
  code: FindingCode;
  severity: Exclude<Severity, 'good'>;
}

type Rule = (facts: NumberFacts, surroundings: Surroundings) => Finding['severity'] | null;

const day = 86_400_000;

/** How bad each thing is right now; null when it is not the case. */
const rules: Record<FindingCode, Rule> = {
  account_problem: ({ accountProblem }) => (accountProblem === null ? null : 'critical'),
  account_banned: ({ banState, presence }) =>
    banState === 'DISABLE' || presence !== null ? 'critical' : null,
  account_ban_scheduled: ({ banState }) => (banState === 'SCHEDULE_FOR_DISABLE' ? 'critical' : null),
  account_restricted: ({ accountRestrictions }, { now }) => ofRestrictions(accountRestrictions, now),
  account_not_approved: ({ reviewStatus }) =>
    reviewStatus === null || reviewStatus === 'APPROVED'
      ? null
      : reviewStatus === 'REJECTED'
        ? 'critical'
        : 'warning',
  account_violation: ({ violation }) => (violation === null ? null : 'warning'),
  token_ended: ({ tokenEndsAt }, { now }) => (tokenEndsAt !== null && tokenEndsAt <= now ? 'critical' : null),
  token_ends_soon: ({ tokenEndsAt }, { now }) => {
    const left = tokenEndsAt === null ? Infinity : tokenEndsAt.getTime() - now.getTime();
    return left <= 0 || left > 14 * day ? null : left <= day ? 'critical' : 'warning';
  },
  number_not_connected: ({ status }) => (sendingStatuses.has(status) ? null : 'critical'),
  number_restricted: ({ status, restrictions }, { now }) =>
    status === 'RESTRICTED' ? 'critical' : ofRestrictions(restrictions, now),
  number_flagged: ({ status }) => (status === 'FLAGGED' || status === 'RATE_LIMITED' ? 'warning' : null),
  number_not_registered: ({ registered }) => (registered ? null : 'critical'),
  meta_blocks_sending: ({ metaHealth }) => (metaHealth?.canSend === 'BLOCKED' ? 'critical' : null),
  meta_limits_sending: ({ metaHealth }) => (metaHealth?.canSend === 'LIMITED' ? 'warning' : null),
  quality_low: ({ quality }) => (quality === 'RED' ? 'critical' : null),
  quality_falling: ({ quality }) => (quality === 'YELLOW' ? 'warning' : null),
  limit_used: (facts) => (limitUse(facts) >= 1 ? 'critical' : null),
  limit_nearly_used: (facts) => (limitUse(facts) >= 0.8 && limitUse(facts) < 1 ? 'warning' : null),
  name_rejected: ({ nameStatus, newNameStatus }) =>
    nameStatus === 'DECLINED' || newNameStatus === 'DECLINED' ? 'warning' : null,
  name_in_review: ({ nameStatus, newNameStatus }) =>
    nameStatus === 'PENDING_REVIEW' || newNameStatus === 'PENDING_REVIEW' ? 'notice' : null,
  sending_paused: ({ pausedAt, pausedReason }) =>
    pausedAt === null ? null : pausedReason === 'manual' ? 'warning' : 'critical',
  templates_paused: ({ templatesPaused }) => (templatesPaused > 0 ? 'warning' : null),
  webhooks_late: (_, { backlog: { oldestSeconds } }) =>
    oldestSeconds > 600 ? 'critical' : oldestSeconds > 60 ? 'warning' : null,
  // What Meta took is followed by statuses within minutes, at least by "sent".
  webhooks_silent: ({ takenEarlier, webhookAt }, { now }) =>
    takenEarlier > 0 && (webhookAt === null || now.getTime() - webhookAt.getTime() > day / 24)
      ? 'critical'
      : null,
  many_failures: (facts) => {
    const failed = failuresOf(facts);
    if (failed < 10) return null;
    return failed >= facts.tried / 2 ? 'critical' : failed >= facts.tried / 5 ? 'warning' : null;
  },
  pin_missing: ({ registered, pinEnabled }) => (registered && !pinEnabled ? 'notice' : null),
  allowance_used: (_, { allowance: { free, used } }) => (free > 0 && used >= free ? 'notice' : null),
  allowance_nearly_used: (_, { allowance: { free, used } }) =>
    free > 0 && used >= free * 0.8 && used < free ? 'notice' : null,
};

/** In these Meta takes messages, or the finding is another one. */
const sendingStatuses = new Set(['CONNECTED', 'LINKED', 'FLAGGED', 'RESTRICTED', 'RATE_LIMITED']);

function ofRestrictions(restrictions: readonly Restriction[], now: Date): Finding['severity'] | null {
  const present = restrictions.filter(({ until }) => until === null || new Date(until) > now);
  if (present.length === 0) return null;
  return present.some(({ type }) => /MESSAGING|TEMPLATES/.test(type ?? '')) ? 'critical' : 'warning';
}

/** How much of the limit of new customers in a day is used, from 0 to 1; 0 without a limit. */
function limitUse({ messagingLimit, reached }: NumberFacts): number {
  const limit = peopleADay(messagingLimit);
  return limit === null ? 0 : reached / limit;
}

const failuresOf = ({ failures }: NumberFacts): number =>
  Object.entries(failures)
    .filter(([code]) => !isNobodysFault(Number(code) || 0))
    .reduce((sum, [, count]) => sum + count, 0);

/** Customers who want no marketing, or had enough of it for now. */
function isNobodysFault(code: number): boolean {
  const { isHarmless, actor } = classify({ code });
  return isHarmless === true || actor === 'nobody';
}

const order: readonly Severity[] = ['critical', 'warning', 'notice', 'good'];

/** Everything that is wrong, the worst first. */
export function findingsOf(facts: NumberFacts, surroundings: Surroundings): Finding[] {
  const codes = Object.keys(rules) as FindingCode[];
  const found = codes.flatMap((code): Finding[] => {
    const severity = rules[code](facts, surroundings);
    return severity === null ? [] : [{ code, severity }];
  });
  return found.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

export const worstOf = (findings: readonly Finding[]): Severity => findings[0]?.severity ?? 'good';
