import { z } from 'zod';
import { get, patch, post } from './procedure.ts';
import { id, nothing, pageInput, pageOf, sentence, writtenText } from './scalars.ts';
import { actor } from './template-shapes.ts';

export const templateRuleNames = [
  'quality_red',
  'quality_yellow',
  'failures',
  'opt_outs',
  'blocks',
  'read_drop',
  'recategorised',
  'ramp',
] as const;
const templateRuleActions = ['pause', 'throttle', 'rotate', 'review'] as const;
const templateActionStates = ['active', 'undone', 'over'] as const;
/** What to do about a template that WhatsApp put into another category. */
const recategorisedAnswers = ['accept', 'appeal', 'switch'] as const;

const day = z.iso.date();

/** A share with its interval at 95 %. */
const rate = z.object({
  count: z.number().int(),
  of: z.number().int(),
  /** Null of nothing. */
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  /** False where there are too few to conclude anything. */
  sure: z.boolean(),
});

const totals = {
  sent: z.number().int(),
  delivered: rate,
  /** As WhatsApp reports it. */
  read: rate,
  /** With hidden receipts reckoned in; null where answers are too few to tell. */
  readCorrected: rate.nullable(),
  replied: rate,
  pressed: rate,
  failed: rate,
  optedOut: rate,
  /** Own blocks, and people who could not be reached any more after it. */
  blocked: rate,
};

const comparison = z.enum(['higher', 'lower', 'alike', 'unknown']);

const card = z.object({
  templateId: id,
  /** Null of a template that has no family here. */
  familyId: id.nullable(),
  family: z.string(),
  language: z.string(),
  category: z.string(),
  /** Null while it is not known. */
  version: z.number().int().nullable(),
  versionId: id.nullable(),
  quality: z.string().nullable(),
  status: z.string(),
  sentWeek: z.number().int(),
  /** Of the last thirty days. */
  ...totals,
  /** Against all of the workspace’s templates of its category. */
  comparedRead: comparison,
  held: z.boolean(),
  dailyMost: z.number().int().nullable(),
  insteadOf: z.string().nullable(),
  activeRules: z.array(z.enum(templateRuleNames)),
});

const hidden = z.object({
  /** Of those who answered, who never showed that they had read. */
  rate,
  /** What that means, in words. */
  sentence,
});

const price = z.object({
  currency: z.string().nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});

const action = z.object({
  actionId: id,
  templateId: id,
  familyId: id.nullable(),
  template: z.string(),
  language: z.string(),
  rule: z.enum(templateRuleNames),
  name: sentence,
  action: z.enum([...templateRuleActions, 'ramp']),
  /** Why, in words. */
  reason: sentence,
  instead: z.string().nullable(),
  dailyMost: z.number().int().nullable(),
  sources: z.number().int(),
  at: z.date(),
  state: z.enum(templateActionStates),
  endedAt: z.date().nullable(),
  endedBy: actor.nullable(),
  note: z.string().nullable(),
  /** Of a change of category: what one message costs, in millionths. */
  price: price.nullable(),
});

const rule = z.object({
  rule: z.enum(templateRuleNames),
  name: sentence,
  sentence,
  enabled: z.boolean(),
  action: z.enum(templateRuleActions),
  /** Of what was sent or delivered, or of its own past. */
  percent: z.number(),
  minimum: z.number().int(),
  dailyMost: z.number().int(),
  steps: z.array(z.number().int()),
});
const rules = z.object({ items: z.array(rule) });

const scorecard = z.object({
  /** By version, the newest first. */
  cards: z.array(card),
  /** The last thirty days of all its versions. */
  days: z.array(
    z.object({
      day,
      sent: z.number().int(),
      delivered: z.number().int(),
      read: z.number().int(),
      failed: z.number().int(),
      replied: z.number().int(),
      optedOut: z.number().int(),
    }),
  ),
  failures: z.array(z.object({ code: z.number().int(), count: z.number().int() })),
  /** Until half of those who read had read. */
  readSeconds: z.number().int().nullable(),
  turns: z.array(
    z.object({
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      at: z.date(),
    }),
  ),
});

const actionInput = z.strictObject({ actionId: id, note: writtenText(500).optional() });

export const templateScorecards = {
  list: get('templates.read', '/template-scorecards', {
    summary: 'How every template that was sent lately does with people, by language and version',
  })
    .input(nothing)
    .output(z.object({ hidden, fewest: z.number().int(), items: z.array(card) })),
  get: get('templates.read', '/template-families/{familyId}/scorecard', {
    summary: 'How one template does, in each of its languages, by day and version',
  })
    .input(z.strictObject({ familyId: id }))
    .output(
      z.object({
        name: z.string(),
        hidden,
        languages: z.array(z.object({ templateId: id, language: z.string(), scorecard })),
      }),
    ),
  rules: get('templates.read', '/template-rules', {
    summary: 'The rules that act on templates by how they do',
  })
    .input(nothing)
    .output(rules),
  updateRule: patch('templates.review', '/template-rules/{rule}', {
    summary: 'Change a rule that acts on templates',
    description: 'Only what is given changes, from the next look on; what was done already stays.',
  })
    .input(
      z.strictObject({
        rule: z.enum(templateRuleNames),
        enabled: z.boolean().optional(),
        action: z.enum(templateRuleActions).optional(),
        percent: z.number().min(0.1).max(100).optional(),
        minimum: z.number().int().min(20).max(100_000).optional(),
        dailyMost: z.number().int().min(1).max(1_000_000).optional(),
        steps: z.array(z.number().int().min(1).max(10_000_000)).min(1).max(6).optional(),
      }),
    )
    .output(rules),
  actions: get('templates.read', '/template-actions', {
    summary: 'What rules did about templates, the newest first',
  })
    .input(
      z.strictObject({
        ...pageInput,
        state: z.enum(templateActionStates).optional(),
        familyId: id.optional(),
      }),
    )
    .output(pageOf(action)),
  undo: post('templates.review', '/template-actions/{actionId}/undo', {
    summary: 'Take back what a rule did',
    description: 'What was paused because of it goes on. The rule looks anew at the days after this one.',
  })
    .input(actionInput)
    .output(nothing),
  answer: post('templates.review', '/template-actions/{actionId}/answer', {
    summary: 'Decide about a template that WhatsApp put into another category',
    description:
      '`accept` goes on at the new price, `appeal` keeps it paused while WhatsApp reviews it, `switch` sends another variant in its place.',
  })
    .input(z.strictObject({ actionId: id, answer: z.enum(recategorisedAnswers) }))
    .output(nothing),
};
