import { z } from 'zod';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, nothing } from './scalars.ts';

/** What a price is for, in Meta's words. Free-form messages are of the category service. */
export const priceCategories = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
] as const;

/** What a budget may be for; international authentication is authentication. */
const budgetCategories = ['marketing', 'utility', 'authentication', 'service'] as const;

const day = z.iso.date();
/** ISO 4217. */
const currency = z.string().regex(/^[A-Z]{3}$/, 'A currency has three capital letters, such as INR');
/** Millionths of the currency's unit: Meta's prices go below a paisa. 115000 are ₹0.115. */
const micros = z.number().int().min(0).max(1_000_000_000_000_000);

const sums = {
  currency: z.string(),
  messages: z.number(),
  micros: z.number(),
  /** Messages among them whose price is in no list; they count with nothing. */
  unpriced: z.number(),
  estimatedMicros: z.number(),
  /** How much more was charged than estimated, of those that were estimated. */
  differenceMicros: z.number(),
};

const price = {
  currency,
  /** ISO 3166, or * for every country without a price of its own. */
  country: z.string().regex(/^([A-Z]{2}|\*)$/, 'A country has two capital letters, such as IN, or is *'),
  category: z.enum(priceCategories),
  validFrom: day,
  micros,
};

const priceSchema = z.object({
  ...price,
  /** Null for a price that comes with the program. */
  entryId: id.nullable(),
  note: z.string().nullable(),
});

const budget = {
  name: line(80),
  scope: z.enum(['workspace', 'number', 'origin', 'source']),
  /** A number, an origin such as campaign, or a source; null for the workspace. */
  scopeId: z.string().max(60).nullable(),
  category: z.enum(budgetCategories).nullable(),
  /** In the workspace's time zone. */
  period: z.enum(['day', 'month']),
  currency,
  limitMicros: micros.min(1),
  warnPercents: z.array(z.number().int().min(1).max(99)).max(5),
  /** Refuse what goes beyond it, or only tell. */
  stops: z.boolean(),
};

const givenBudget = z.strictObject({
  ...budget,
  scopeId: budget.scopeId.default(null),
  category: budget.category.default(null),
  warnPercents: budget.warnPercents.default([80]),
  stops: budget.stops.default(false),
});

const budgetSchema = z.object({
  budgetId: id,
  ...budget,
  /** The day on which the present period began. */
  startsOn: day,
  spentMicros: z.number(),
  /** Expected of what is queued, counted at least once a minute. Known for budgets that stop. */
  queuedMicros: z.number(),
});

export const costs = {
  summary: get('costs.read', '/costs/summary', {
    summary: 'What was delivered and what it cost, by day, number, category, origin or source',
    description:
      'Days are those of the workspace, months those of the account at Meta. A message counts when it was delivered.',
  })
    .input(
      z.strictObject({
        from: day,
        to: day,
        by: z.enum(['day', 'month', 'number', 'category', 'pricing', 'origin', 'source']),
        numberId: id.optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), ...sums })),
      }),
    ),
  meter: get('costs.read', '/numbers/{numberId}/meter', {
    summary: 'A number’s month as Meta counts it, with the free messages that were used',
  })
    .input(
      z.strictObject({
        numberId: id,
        month: z
          .string()
          .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'A month is written as 2026-10')
          .optional(),
      }),
    )
    .output(
      z.object({
        month: z.string(),
        timeZone: z.string(),
        currency: z.string().nullable(),
        allowance: z.object({ free: z.number(), used: z.number() }),
        lines: z.array(z.object({ category: z.string(), pricingType: z.string(), ...sums })),
      }),
    ),
  listPrices: get('costs.read', '/costs/prices', {
    summary: 'All known prices: your own, which win, and those that come with the program',
  }).output(z.object({ items: z.array(priceSchema) })),
  putPrice: post('budgets.manage', '/costs/prices', {
    summary: 'Add a price from a day on, or correct the one that you gave for that day',
    description: 'What was charged already stays as it is.',
  })
    .input(z.strictObject({ ...price, note: line(200).nullable().default(null) }))
    .output(priceSchema),
  removePrice: remove('budgets.manage', '/costs/prices/{entryId}', {
    summary: 'Remove one of your own prices',
  })
    .input(z.strictObject({ entryId: id }))
    .output(nothing),
};

export const budgets = {
  list: get('costs.read', '/budgets', {
    summary: 'Budgets with what was spent in their present period',
  }).output(z.object({ items: z.array(budgetSchema) })),
  create: post('budgets.manage', '/budgets', { summary: 'Set a budget' })
    .input(givenBudget)
    .output(budgetSchema),
  update: patch('budgets.manage', '/budgets/{budgetId}', {
    summary: 'Change a budget: every field is given anew',
    description: 'With another limit it warns again.',
  })
    .input(givenBudget.extend({ budgetId: id }))
    .output(budgetSchema),
  remove: remove('budgets.manage', '/budgets/{budgetId}', { summary: 'Remove a budget' })
    .input(z.strictObject({ budgetId: id }))
    .output(nothing),
};
