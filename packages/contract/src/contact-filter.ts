import { z } from 'zod';
import { fieldValue } from './contact-profile.ts';
import { id, line } from './scalars.ts';

const several = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(100);
const instant = z.iso.datetime({ offset: true });
const between = { from: instant.optional(), to: instant.optional() };

/** What is noted of contacts as plain text. */
export const filterAttributes = ['language', 'city', 'country', 'source'] as const;
/** How a contact stands to a purpose: they agreed, took it back, or were never asked. */
const filterConsents = ['granted', 'withdrawn', 'none'] as const;
/** What may be asked of one's own fields; which of them depends on the kind of the field. */
const filterFieldOperators = [
  'is',
  'is_not',
  'contains',
  'before',
  'after',
  'less',
  'more',
  'empty',
  'not_empty',
] as const;

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), op: z.enum(['has', 'has_not']), tagIds: several(id) }),
  /** Null is nobody. */
  z.strictObject({
    kind: z.literal('owner'),
    op: z.enum(['is', 'is_not']),
    ownerIds: several(id.nullable()),
  }),
  z.strictObject({
    kind: z.literal('attribute'),
    name: z.enum(filterAttributes),
    op: z.enum(['is', 'is_not', 'contains', 'empty', 'not_empty']),
    /** Capitals do not matter. Not for `empty` and `not_empty`. */
    values: z.array(line(100)).max(100).default([]),
  }),
  z.strictObject({ kind: z.literal('consent'), purpose: line(80), state: z.enum(filterConsents) }),
  z.strictObject({ kind: z.literal('blocked'), is: z.boolean() }),
  z.strictObject({ kind: z.literal('phone'), is: z.boolean() }),
  /** From an instant to before another. */
  z.strictObject({ kind: z.literal('created'), ...between }),
  z.strictObject({ kind: z.literal('changed'), ...between }),
  /** When they last wrote or were written to; without either instant: never. */
  z.strictObject({ kind: z.literal('last_message'), ...between }),
  z.strictObject({
    kind: z.literal('field'),
    key: z.string().max(40),
    op: z.enum(filterFieldOperators),
    value: fieldValue.optional(),
  }),
]);

const match = z.enum(['all', 'any']);
const group = z.strictObject({ match, conditions: z.array(condition).min(1).max(20) });

/** Which contacts: conditions, and groups of conditions, of which all or any have to hold. */
export const contactFilter = z.strictObject({
  match,
  conditions: z.array(z.union([condition, group])).max(20),
});

export type ContactFilter = z.infer<typeof contactFilter>;
export type FilterCondition = z.infer<typeof condition>;
export type FilterGroup = z.infer<typeof group>;
