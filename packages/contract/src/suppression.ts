import { z } from 'zod';
import { consentPurpose } from './consent.ts';
import { get, patch, post, remove } from './procedure.ts';
import { contactInList, id, nothing, pageInput, pageOf, writtenLine } from './scalars.ts';

/** Why somebody is kept out. Codes never change. */
const suppressionKinds = [
  'manual',
  'complaint',
  'legal',
  'bounce',
  'recent_buyers',
  'non_engagers',
  'blockers',
  'holdout',
] as const;

/** What a list may keep from people. Answers to what they write themselves are never kept from them. */
const suppressibleCategories = ['marketing', 'utility', 'authentication'] as const;

const days = z.number().int().min(1).max(3650);

/** Whose members are found by what happened, again every hour. */
const suppressionRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('non_engagers'),
    /** So many marketing messages at least arrived in these days, and none was read, answered or pressed. */
    messages: z.number().int().min(2).max(100),
    days: days.max(90),
  }),
  z.strictObject({
    kind: z.literal('blockers'),
    /** So many messages at least failed as they do when somebody has blocked a business or wants less of it. */
    failures: z.number().int().min(2).max(50),
    days: days.max(90),
  }),
]);

const list = {
  name: writtenLine(80),
  kind: z.enum(suppressionKinds),
  reason: writtenLine(300),
  categories: z.array(z.enum(suppressibleCategories)).min(1).max(3),
  /** Only messages for these purposes; null for all. */
  purposes: z.array(consentPurpose).min(1).max(20).nullable(),
  /** How long members stay unless something else is said as they are added; null for good. */
  memberDays: days.nullable(),
  /** From then on the list keeps nobody out. */
  endsAt: z.iso.datetime({ offset: true }).nullable(),
  rule: suppressionRule.nullable(),
};

const shownList = z.object({
  listId: id,
  name: z.string(),
  kind: z.enum(suppressionKinds),
  reason: z.string(),
  categories: z.array(z.string()),
  purposes: z.array(z.string()).nullable(),
  memberDays: z.number().int().nullable(),
  endsAt: z.date().nullable(),
  rule: suppressionRule.nullable(),
  /** When its rule was last worked out. */
  checkedAt: z.date().nullable(),
  members: z.number().int(),
  createdAt: z.date(),
});

const member = z.object({
  memberId: id,
  contactId: id.nullable(),
  ...contactInList,
  /** Of somebody who is not known here yet. */
  phone: z.string().nullable(),
  reason: z.string().nullable(),
  addedAt: z.date(),
  endsAt: z.date().nullable(),
  byRule: z.boolean(),
});

const ofList = { listId: id };
const needless = { purposes: null, memberDays: null, endsAt: null, rule: null };

export const suppression = {
  list: get('consent.read', '/suppression-lists', {
    summary: 'Lists of people whom something is kept from',
  }).output(z.object({ items: z.array(shownList) })),
  create: post('suppression.manage', '/suppression-lists', {
    summary: 'Make a list of people whom something is kept from',
    description: 'With a rule its members are found by themselves, at once and every hour.',
  })
    .input(
      z
        .strictObject({
          ...list,
          purposes: list.purposes.default(needless.purposes),
          memberDays: list.memberDays.default(needless.memberDays),
          endsAt: list.endsAt.default(needless.endsAt),
          rule: list.rule.default(needless.rule),
        })
        .refine(({ kind, rule }) => rule === null || rule.kind === kind, {
          path: ['rule'],
          message: 'The rule has to be of the kind of its list',
        }),
    )
    .output(shownList),
  update: patch('suppression.manage', '/suppression-lists/{listId}', {
    summary: 'Change such a list; what is not given stays',
  })
    .input(z.strictObject({ ...ofList, ...z.strictObject(list).omit({ kind: true }).partial().shape }))
    .output(shownList),
  remove: remove('suppression.manage', '/suppression-lists/{listId}', {
    summary: 'Delete such a list; its members may be written to again',
  })
    .input(z.strictObject(ofList))
    .output(nothing),
  members: get('consent.read', '/suppression-lists/{listId}/members', {
    summary: 'Who is on the list now, newest first',
  })
    .input(z.strictObject({ ...ofList, ...pageInput }))
    .output(pageOf(member)),
  add: post('suppression.manage', '/suppression-lists/{listId}/members', {
    summary: 'Put people on the list',
    description:
      'By contact, or by phone, also of people who are not known here. Who is on it already gets the new reason and end.',
  })
    .input(
      z
        .strictObject({
          ...ofList,
          contactIds: z.array(id).max(5_000).default([]),
          /** As people write them; what cannot be read is answered. */
          phones: z.array(z.string().max(60)).max(5_000).default([]),
          reason: writtenLine(300).optional(),
          /** Null for good; without it as the list says. */
          endsAt: z.iso.datetime({ offset: true }).nullable().optional(),
        })
        .refine(({ contactIds, phones }) => contactIds.length + phones.length > 0, {
          message: 'Name somebody, by `contactIds` or by `phones`',
        }),
    )
    .output(
      z.object({
        added: z.number().int(),
        already: z.number().int(),
        /** What is no phone, as it was given, and contacts that are not there. */
        unread: z.array(z.string()),
      }),
    ),
  removeMember: remove('suppression.manage', '/suppression-lists/{listId}/members/{memberId}', {
    summary: 'Take somebody off the list',
    description: 'Whom a rule found is found again as long as it is true of them.',
  })
    .input(z.strictObject({ ...ofList, memberId: id }))
    .output(nothing),
  ofContact: get('consent.read', '/contacts/{contactId}/suppressions', {
    summary: 'Which lists keep something from this contact now, and why',
  })
    .input(z.strictObject({ contactId: id }))
    .output(
      z.object({
        items: z.array(
          z.object({
            listId: id,
            memberId: id,
            name: z.string(),
            kind: z.enum(suppressionKinds),
            categories: z.array(z.string()),
            reason: z.string(),
            endsAt: z.date().nullable(),
          }),
        ),
      }),
    ),
};
