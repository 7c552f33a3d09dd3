import { z } from 'zod';
import { consentPurpose } from './consent.ts';
import { get, patch, post } from './procedure.ts';
import {
  contactInList,
  id,
  line,
  pageInput,
  pageOf,
  textLanguage,
  writtenLine,
  writtenText,
} from './scalars.ts';

/** How people come to opt in. Codes never change. */
export const entryPointKinds = [
  'website',
  'page',
  'counter',
  'click_to_whatsapp',
  'keyword',
  'chat',
  'api',
] as const;

export const submissionStates = ['accepted', 'waiting', 'declined', 'expired', 'refused'] as const;

/** Why an attempt counts for nothing. Codes never change. */
export const submissionRefusals = [
  /** A field was filled that no person sees. */
  'robot',
  'phone',
  'nothing_chosen',
  /** The form was not ours, not for this entry point, or too old. */
  'forged',
  'replayed',
  /** From a website that is not allowed to show the form. */
  'origin',
  'too_often',
  /** The same person, the same words, within a day. */
  'repeated',
  'switched_off',
  /** No approved notice says what these purposes are. */
  'no_notice',
  /** The question could not be sent. */
  'not_asked',
] as const;

/** Where the form on a website appears. */
export const formPlaces = ['modal', 'inline', 'checkout'] as const;
export const modalTriggers = ['delay', 'exit', 'click'] as const;

const text = (max: number) => z.union([z.literal(''), writtenText(max)]);
const color = z.string().regex(/^#[\da-f]{6}$/, 'Write the colour as #2f6f7e');
const origin = z
  .string()
  .trim()
  .toLowerCase()
  .max(300)
  .regex(/^https?:\/\/[^\s/?#@*]+$/, 'Write it as https://shop.example.in, without a path')
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    'This is not the origin of a website',
  );

const look = z.strictObject({
  place: z.enum(formPlaces).default('modal'),
  trigger: z.enum(modalTriggers).default('delay'),
  delaySeconds: z.number().int().min(0).max(600).default(8),
  /** For how many days it does not come back to whoever closed it. */
  restDays: z.number().int().min(1).max(365).default(30),
  color: color.default('#1f5f73'),
  title: text(80).default(''),
  text: text(400).default(''),
  /** What stands in the message that people send to opt in; the code is put behind it. */
  message: text(300).default(''),
});

const settings = {
  name: writtenLine(100),
  purposes: z.array(consentPurpose).min(1).max(20),
  language: textLanguage,
  campaign: writtenLine(200).nullable(),
  store: writtenLine(200).nullable(),
  staff: writtenLine(200).nullable(),
  numberId: id.nullable(),
  keywords: z.array(line(40)).max(20),
  doubleOptIn: z.boolean(),
  allowedOrigins: z.array(origin).max(20),
  look,
  active: z.boolean(),
};

const created = z.strictObject({
  kind: z.enum(entryPointKinds),
  name: settings.name,
  purposes: settings.purposes,
  language: settings.language.default('en'),
  campaign: settings.campaign.default(null),
  store: settings.store.default(null),
  staff: settings.staff.default(null),
  numberId: settings.numberId.default(null),
  keywords: settings.keywords.default([]),
  doubleOptIn: settings.doubleOptIn.default(false),
  allowedOrigins: settings.allowedOrigins.default([]),
  look: look.prefault({}),
  active: settings.active.default(true),
});

const notice = z.object({
  language: z.string(),
  /** All that it is approved in. */
  languages: z.array(z.string()),
  heading: z.string(),
  body: z.string(),
  agree: z.string(),
  termsUrl: z.string().nullable(),
  purposes: z.array(z.object({ purpose: z.string(), name: z.string(), explanation: z.string() })),
});

const entryPoint = z.object({
  entryPointId: id,
  kind: z.enum(entryPointKinds),
  code: z.string(),
  ...settings,
  look: z.object(look.shape),
  /** Where its page is. */
  pageUrl: z.string(),
  /** What opens WhatsApp with its message, ready to be sent; null without a number. */
  chatUrl: z.string().nullable(),
  /** That message. */
  chatText: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const counts = z.object({
  /** How often a form was opened, by whomever: a person may be counted more than once. Null where nothing is shown. */
  shown: z.number().int().nullable(),
  accepted: z.number().int(),
  waiting: z.number().int(),
  declined: z.number().int(),
  expired: z.number().int(),
  refused: z.number().int(),
  refusedFor: z.record(z.string(), z.number().int()),
});

const evidence = z.strictObject({
  /** Of a recording of the call, or of the paper. */
  recording: line(500).optional(),
  callId: line(200).optional(),
  /** What they did: pressed 1, signed at the till. */
  method: line(200).optional(),
  store: line(200).optional(),
  staff: line(200).optional(),
  campaign: line(200).optional(),
  device: line(300).optional(),
  note: text(2000).optional(),
});

const submission = z.object({
  submissionId: id,
  at: z.date(),
  state: z.enum(submissionStates),
  reason: z.string().nullable(),
  contactId: id.nullable(),
  ...contactInList,
  purposes: z.array(z.string()),
  language: z.string(),
  evidence: z.record(z.string(), z.unknown()),
  settledAt: z.date().nullable(),
});

const ofEntryPoint = { entryPointId: id };
const outcome = z.object({
  submissionId: id,
  contactId: id.nullable(),
  state: z.enum(['accepted', 'waiting']),
});

export const entryPoints = {
  list: get('capture.manage', '/entry-points', {
    summary: 'Where people opt in, with what came of it in the last 30 days',
  })
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(entryPoint.extend({ counts })) })),
  get: get('capture.manage', '/entry-points/{entryPointId}', { summary: 'One place where people opt in' })
    .input(z.strictObject(ofEntryPoint))
    .output(entryPoint.extend({ counts, notice: notice.nullable() })),
  create: post('capture.manage', '/entry-points', { summary: 'Open a place where people opt in' })
    .input(created)
    .output(entryPoint),
  update: patch('capture.manage', '/entry-points/{entryPointId}', {
    summary: 'Change a place where people opt in, or switch it off',
  })
    .input(
      z.strictObject({
        ...ofEntryPoint,
        ...z.strictObject({ ...settings, look: z.strictObject(look.shape) }).partial().shape,
      }),
    )
    .output(entryPoint),
  submissions: get('capture.manage', '/entry-points/{entryPointId}/submissions', {
    summary: 'Every attempt to opt in there, newest first',
  })
    .input(z.strictObject({ ...ofEntryPoint, ...pageInput, state: z.enum(submissionStates).optional() }))
    .output(pageOf(submission)),
  submit: post('capture.manage', '/entry-points/{entryPointId}/submissions', {
    summary: 'Tell that somebody opted in on the phone, at a till or in your own program',
    description:
      'With `externalId` it counts once for ever, however often it is told. Only for an entry point of the kind api.',
  })
    .input(
      z.strictObject({
        ...ofEntryPoint,
        phone: z.string().trim().min(5).max(40),
        source: z.enum(['ivr', 'api', 'pos']),
        /** Your own name for it, such as the id of the call. */
        externalId: line(200),
        /** All of the entry point’s without it. */
        purposes: z.array(consentPurpose).min(1).max(20).optional(),
        language: textLanguage.optional(),
        /** When it happened; now without it. */
        at: z.iso.datetime({ offset: true }).optional(),
        evidence: evidence.default({}),
      }),
    )
    .output(outcome),
  ask: post('capture.manage', '/entry-points/{entryPointId}/questions', {
    summary: 'Ask a contact in the chat; only a Yes counts',
    description: 'Possible while the window is open. Only for an entry point of the kind chat.',
  })
    .input(z.strictObject({ ...ofEntryPoint, contactId: id }))
    .output(outcome),
};
