import { z } from 'zod';
import { consentPurpose } from './consent.ts';
import { outgoingContent } from './message-content.ts';
import { get, patch, post } from './procedure.ts';
import { contactInList, id, line, pageInput, pageOf, sentence } from './scalars.ts';

/** Highest first: in this order messages leave a number. */
export const sendClasses = ['otp', 'reply', 'utility', 'marketing'] as const;
export const sendVerdicts = ['allowed', 'held', 'refused'] as const;
/** What of a contact may stand in a template. */
export const contactFields = ['name', 'profile_name', 'username', 'phone'] as const;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:00');
const hours = z
  .strictObject({ opens: clockTime, closes: clockTime, sundayOpens: clockTime.optional() })
  .nullable();

const cap = z.strictObject({
  category: z.enum(['marketing', 'utility']),
  /** Counts only messages with this tag, and binds only them; null for all of the category. */
  tag: line(60).nullable(),
  hours: z.number().int().min(1).max(2160),
  most: z.number().int().min(1).max(1000),
});

const policies = {
  /** When such messages may leave, by the clock of the contact; null for any time. */
  quietHours: z.strictObject({ marketing: hours, utility: hours }),
  caps: z.array(cap).max(20),
  /** ISO 3166. Nothing but answers and codes is sent there. */
  blockedCountries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
};

export const gatePolicies = z.strictObject(policies);
export type GatePolicies = z.output<typeof gatePolicies>;

const phone = z.string().trim().min(5).max(30);
const personalValue = z.strictObject({
  field: z.enum(contactFields),
  /** For whom the field is empty. Without it they get no message. */
  fallback: z.string().min(1).max(1000).optional(),
});

const told = {
  numberId: id,
  content: outgoingContent,
  /** Values of the template that differ by contact, by the names of its parameters. */
  personalValues: z.record(z.string().max(512), personalValue).optional(),
  /** What it is for, when that is not the usual purpose of its category; it may be one of the workspace's own. */
  purpose: consentPurpose.optional(),
  /** A word of your own, by which messages may be capped. */
  tag: line(60).optional(),
  /** Never laxer than the category of its template. */
  class: z.enum(sendClasses).optional(),
  scheduledAt: z.iso.datetime().optional(),
  /** After so long it is of no use and is not sent any more. */
  deadlineSeconds: z.number().int().min(10).max(2_592_000).optional(),
};

const recipient = z.union(
  [
    z.strictObject({ contactId: id }),
    z.strictObject({ phone }),
    z.strictObject({ userId: z.string().trim().min(3).max(200) }),
  ],
  { error: 'Name one of `contactId`, `phone` and `userId`' },
);

const audience = z.union(
  [z.strictObject({ all: z.literal(true) }), z.strictObject({ contactIds: z.array(id).min(1).max(10_000) })],
  { error: 'Name either `all` or `contactIds`' },
);

const sent = z.object({
  messageId: id,
  contactId: id,
  verdict: z.enum(['allowed', 'held']),
  /** The rule that holds it. */
  rule: z.string().nullable(),
  sentence: sentence.nullable(),
  /** Until when it is held, if that is known. */
  until: z.date().nullable(),
});

const micros = z.object({
  /** Millionths of the unit of `currency`; null when no price is known. */
  micros: z.number().nullable(),
  currency: z.string().nullable(),
});

export const sending = {
  send: post('messages.send', '/messages', {
    summary: 'Send one message',
    description:
      'The message is queued. With `cause` it is sent once for ever, however often it is asked for: a repetition is answered as the first was. What the rules of sending refuse is answered with the code send_refused and the rule’s name.',
  })
    .input(
      z.strictObject({
        /** Your own name for this one message, such as an order’s number. */
        cause: line(200).optional(),
        to: recipient,
        ...told,
        /** Our id of the message that this one answers. */
        replyToId: id.optional(),
      }),
    )
    .output(sent),
  explain: post('messages.send', '/messages/explain', {
    summary: 'Say what each rule of sending says of a message to one contact; sends nothing',
  })
    .input(z.strictObject({ contactId: id, ...told }))
    .output(
      z.object({
        verdict: z.enum(sendVerdicts),
        rules: z.array(
          z.object({
            rule: z.string(),
            verdict: z.enum(['passed', 'refused', 'held', 'unasked']),
            until: z.date().nullable(),
            /** What more it says of why, such as the name of a list. */
            detail: z.record(z.string(), z.unknown()).nullable(),
            sentence,
          }),
        ),
        /** Which of a template’s languages they would get, and what decided, where that was left to the contact. */
        language: z
          .object({
            name: z.string(),
            language: z.string(),
            because: z.enum(['contact', 'workspace', 'template']),
          })
          .nullable(),
      }),
    ),
  sendToAudience: post('audiences.send', '/audiences/send', {
    summary: 'Send a message to many contacts',
    description:
      'Each contact is decided about by itself and gets it once for ever for this `cause`. It is worked off in the background.',
  })
    .input(z.strictObject({ cause: line(200).optional(), name: line(200), audience, ...told }))
    .output(z.object({ sourceId: id })),
  dryRun: post('audiences.send', '/audiences/dry-run', {
    summary: 'Count whom a message would reach, and whom each rule would stop; sends nothing',
  })
    .input(z.strictObject({ audience, ...told }))
    .output(
      z.object({
        total: z.number().int(),
        allowed: z.number().int(),
        held: z.number().int(),
        refused: z.number().int(),
        outcomes: z.array(
          z.object({
            verdict: z.enum(sendVerdicts),
            rule: z.string().nullable(),
            sentence: sentence.nullable(),
            count: z.number().int(),
            sample: z.array(id),
          }),
        ),
        /** Of all that would leave, at once or later. */
        estimate: micros,
      }),
    ),
  intents: get('outbox.read', '/intents', {
    summary: 'What was asked to be sent and how it was decided, newest first',
  })
    .input(
      z.strictObject({
        ...pageInput,
        verdict: z.enum(sendVerdicts).default('refused'),
        rule: line(60).optional(),
        sourceId: id.optional(),
        contactId: id.optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          intentId: id,
          cause: z.string(),
          contactId: id.nullable(),
          ...contactInList,
          numberId: id.nullable(),
          sourceId: id.nullable(),
          sourceName: z.string().nullable(),
          origin: z.string(),
          originId: z.string().nullable(),
          verdict: z.enum(sendVerdicts),
          rule: z.string().nullable(),
          sentence: sentence.nullable(),
          detail: z.record(z.string(), z.unknown()).nullable(),
          decidedAt: z.date(),
        }),
      ),
    ),
  getPolicies: get('outbox.read', '/gate-policies', {
    summary: 'When and how often the workspace writes to customers',
  }).output(gatePolicies),
  updatePolicies: patch('workspace.update', '/gate-policies', {
    summary: 'Change when and how often the workspace writes to customers',
    description: 'Only what is given changes. Whoever sends campaigns cannot lift their own limits.',
  })
    .input(z.strictObject(policies).partial())
    .output(gatePolicies),
};
