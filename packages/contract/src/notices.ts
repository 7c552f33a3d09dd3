import { z } from 'zod';
import { consentPurpose, consentPurposes } from './consent.ts';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, textLanguage, writtenLine, writtenText } from './scalars.ts';

/** By language, such as `en`, `hi` or `hi-Latn`. */
const byLanguage = <Words extends z.ZodType>(words: Words) =>
  z
    .record(textLanguage, words)
    .refine((texts) => Object.keys(texts).length > 0, 'Write it in at least one language')
    .refine((texts) => Object.keys(texts).length <= 30, 'At most 30 languages');

const purposeWords = z.strictObject({ name: writtenLine(80), explanation: writtenText(500) });

const purpose = z.object({
  purpose: z.string(),
  base: z.enum(consentPurposes),
  builtIn: z.boolean(),
  /** The kinds of messages that may be sent for it. */
  categories: z.array(z.string()),
  texts: z.record(z.string(), z.object({ name: z.string(), explanation: z.string() })),
  /** Not offered any more; what was agreed to stays. */
  archivedAt: z.date().nullable(),
});

const named = z.strictObject({ purpose: consentPurpose });

export const purposes = {
  list: get('consent.read', '/consent/purposes', {
    summary: 'What people can agree to: the built-in purposes and the workspace’s own',
  })
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(purpose) })),
  create: post('consent.manage', '/consent/purposes', {
    summary: 'Add a purpose of the workspace’s own',
    description:
      'It is a part of a built-in purpose and allows the same kinds of messages: `promotions.festivals` is agreed to by itself, and ends too when all promotions are taken back.',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        base: z.enum(consentPurposes),
        key: z
          .string()
          .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Small letters, digits and _, beginning with a letter'),
        texts: byLanguage(purposeWords),
      }),
    )
    .output(purpose),
  update: patch('consent.manage', '/consent/purposes/{purpose}', {
    summary: 'Change how a purpose is called and explained',
    description: 'Notices that were approved keep the words that they were approved with.',
  })
    .input(named.extend({ texts: byLanguage(purposeWords) }))
    .output(purpose),
  archive: post('consent.manage', '/consent/purposes/{purpose}/archive', {
    summary: 'Offer a purpose of the workspace’s own no more',
  })
    .input(named)
    .output(purpose),
  restore: post('consent.manage', '/consent/purposes/{purpose}/restore', {
    summary: 'Offer an archived purpose again',
  })
    .input(named)
    .output(purpose),
};

const noticeStates = ['draft', 'approved', 'retired'] as const;

/** What people read when they agree, in one language. */
const noticeWords = z.strictObject({
  heading: writtenLine(120),
  body: writtenText(4000),
  /** Beside the box that they tick, or on the button that they press. */
  agree: writtenLine(200),
});

const actor = z.object({ kind: z.string(), id: z.string() });

const noticeText = z.object({
  heading: z.string(),
  body: z.string(),
  agree: z.string(),
  /** The purposes as they are named beside it; of a draft as they are called now. */
  purposes: z.record(z.string(), z.object({ name: z.string(), explanation: z.string() })),
  /** SHA-256 of all of it, in hexadecimal digits; null of a draft. */
  hash: z.string().nullable(),
});

const version = z.object({
  version: z.number().int(),
  state: z.enum(noticeStates),
  texts: z.record(z.string(), noticeText),
  termsUrl: z.string().nullable(),
  /** What is different about it, for those who approve. */
  note: z.string().nullable(),
  authors: z.array(actor),
  editedAt: z.date(),
  approvedBy: actor.nullable(),
  approvedAt: z.date().nullable(),
  /** How many entries of the ledger name it. */
  entries: z.number().int(),
});

const noticeInList = z.object({
  noticeId: id,
  name: z.string(),
  purposes: z.array(z.string()),
  /** The version that people are shown; null when there is none. */
  currentVersion: z.number().int().nullable(),
  draftVersion: z.number().int().nullable(),
  languages: z.array(z.string()),
  createdAt: z.date(),
  retiredAt: z.date().nullable(),
});

const notice = noticeInList.extend({
  /** The newest first. */
  versions: z.array(version),
  /** Whether whoever asks may approve the draft; `author` means that somebody else has to. */
  approval: z.enum(['allowed', 'author', 'not_permitted', 'no_draft']),
});

const termsUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable();

const draftInput = {
  texts: byLanguage(noticeWords),
  termsUrl: termsUrl.default(null),
  note: line(300).nullable().default(null),
};

const ofNotice = z.strictObject({ noticeId: id });
const ofVersion = ofNotice.extend({ version: z.coerce.number().int().min(1) });

export const notices = {
  list: get('consent.read', '/consent/notices', {
    summary: 'The texts that people read when they agree',
  })
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(noticeInList) })),
  current: get('consent.read', '/consent/current-notice', {
    summary: 'The approved text for a set of purposes, in a language or the nearest that there is',
  })
    .input(
      z.strictObject({
        purposes: z.array(consentPurpose).min(1).max(20),
        language: textLanguage.default('en'),
      }),
    )
    .output(
      z.object({
        notice: z
          .object({
            noticeId: id,
            version: z.number().int(),
            language: z.string(),
            heading: z.string(),
            body: z.string(),
            agree: z.string(),
            termsUrl: z.string().nullable(),
            purposes: z.array(z.object({ purpose: z.string(), name: z.string(), explanation: z.string() })),
            hash: z.string(),
          })
          .nullable(),
      }),
    ),
  get: get('consent.read', '/consent/notices/{noticeId}', { summary: 'A notice with all of its versions' })
    .input(ofNotice)
    .output(notice),
  create: post('consent.manage', '/consent/notices', {
    summary: 'Begin a notice for a set of purposes, as a draft',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        name: writtenLine(100),
        purposes: z.array(consentPurpose).min(1).max(20),
        ...draftInput,
      }),
    )
    .output(notice),
  saveDraft: patch('consent.manage', '/consent/notices/{noticeId}/draft', {
    summary: 'Change the draft of a notice, or begin the next version',
    description: 'A version that was approved is never changed: people agreed to it word for word.',
  })
    .input(ofNotice.extend(draftInput))
    .output(notice),
  discardDraft: remove('consent.manage', '/consent/notices/{noticeId}/draft', {
    summary: 'Throw a draft away; a notice that has no other version goes with it',
  })
    .input(ofNotice)
    .output(z.object({ removed: z.enum(['draft', 'notice']) })),
  approve: post('consent.approve', '/consent/notices/{noticeId}/versions/{version}/approve', {
    summary: 'Approve a draft: from now on people are shown it',
    description:
      'Nobody approves what they wrote, unless there is nobody else who may. The version before it is retired.',
    personOnly: true,
  })
    .input(ofVersion)
    .output(notice),
  retire: post('consent.approve', '/consent/notices/{noticeId}/retire', {
    summary: 'Show a notice to nobody any more',
  })
    .input(ofNotice)
    .output(notice),
};
