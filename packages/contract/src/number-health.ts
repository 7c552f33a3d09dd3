import { z } from 'zod';
import { get, post } from './procedure.ts';
import { id, sentence } from './scalars.ts';

/** The worst first. */
export const severities = ['critical', 'warning', 'notice', 'good'] as const;

/** What may be wrong with a number. Codes never change; the words beside one say what to do. */
export const healthFindings = [
  'account_problem',
  'account_banned',
  'account_ban_scheduled',
  'account_restricted',
  'account_not_approved',
  'account_violation',
  'token_ended',
  'token_ends_soon',
  'number_not_connected',
  'number_restricted',
  'number_flagged',
  'number_not_registered',
  'meta_blocks_sending',
  'meta_limits_sending',
  'quality_low',
  'quality_falling',
  'limit_used',
  'limit_nearly_used',
  'name_rejected',
  'name_in_review',
  'sending_paused',
  'templates_paused',
  'webhooks_late',
  'webhooks_silent',
  'many_failures',
  'pin_missing',
  'allowance_used',
  'allowance_nearly_used',
] as const;

const sentences = z.object({ happened: z.string(), next: z.string() });
const words = z.object({ en: sentences, hi: sentences });

const finding = z.object({
  code: z.enum(healthFindings),
  severity: z.enum(['critical', 'warning', 'notice']),
  words,
});

const health = z.object({
  numberId: id,
  /** The worst of the findings; good without any. */
  severity: z.enum(severities),
  /** The worst first. */
  findings: z.array(finding),
  quality: z.string(),
  status: z.string(),
  throughput: z.object({ level: z.string(), messagesPerSecond: z.number() }),
  messagingLimit: z.object({
    tier: z.string().nullable(),
    /** Customers a day outside of their windows; null when there is no limit or it is not known. */
    customers: z.number().nullable(),
    /** Reached in the last 24 hours from here, by all numbers of the account. */
    used: z.number(),
  }),
  name: z.object({
    shown: z.string(),
    status: z.string(),
    next: z.string().nullable(),
    nextStatus: z.string().nullable(),
  }),
  sending: z.object({
    pausedAt: z.date().nullable(),
    pausedReason: z.string().nullable(),
    /** The reason in a sentence, and what to do. */
    why: sentence.nullable(),
    queued: z.number(),
  }),
  templatesPaused: z.number(),
  webhooks: z.object({
    lastAt: z.date().nullable(),
    /** Of this installation: how many wait to be taken in, and since when the oldest. */
    waiting: z.number(),
    oldestSeconds: z.number(),
  }),
  tokenEndsAt: z.date().nullable(),
  allowance: z.object({ free: z.number(), used: z.number() }),
  /** What went wrong in the last day, the most frequent first. */
  errors: z.array(
    z.object({ code: z.number(), count: z.number(), class: z.string(), actor: z.string(), words }),
  ),
  /** What Meta itself says about sending, entity by entity, when it was asked last. */
  meta: z
    .object({
      canSend: z.string(),
      entities: z.array(
        z.object({ type: z.string(), id: z.string(), canSend: z.string(), reasons: z.array(z.string()) }),
      ),
    })
    .nullable(),
});

export const numberHealth = {
  get: get('numbers.read', '/numbers/{numberId}/health', {
    summary: 'How a number is doing: everything that is wrong with it, and what to do',
  })
    .input(z.strictObject({ numberId: id }))
    .output(health),
};

export const liveTestSteps = ['allowed', 'accepted', 'sent', 'delivered', 'answered'] as const;

const liveTest = z.object({
  testId: id,
  numberId: id,
  phone: z.string(),
  template: z.string(),
  messageId: id.nullable(),
  startedAt: z.date(),
  /** Running until every step has an end. */
  state: z.enum(['running', 'passed', 'failed']),
  steps: z.array(
    z.object({
      step: z.enum(liveTestSteps),
      /** `skipped` when an earlier one has to pass first. */
      result: z.enum(['passed', 'waiting', 'failed', 'skipped']),
      at: z.date().nullable(),
      /** Why it failed: `timeout`, a rule that refused, or a code of Meta’s. */
      reason: z.string().nullable(),
      words,
    }),
  ),
});

export const liveTests = {
  start: post('numbers.manage', '/numbers/{numberId}/live-test', {
    summary: 'Try a number with a phone: a template leaves, arrives, and is answered',
    description: 'Sends a real message, which Meta may charge. Follow it with the id that comes back.',
  })
    .input(
      z.strictObject({
        numberId: id,
        phone: z.string().trim().min(6).max(20),
        /** An approved template without parameters. */
        template: z
          .string()
          .regex(/^[a-z0-9_]{1,512}$/)
          .default('hello_world'),
      }),
    )
    .output(liveTest),
  get: get('numbers.read', '/live-tests/{testId}', { summary: 'How far a live test has come' })
    .input(z.strictObject({ testId: id }))
    .output(liveTest),
};
