import { z } from 'zod';
import { messageClasses } from './events.ts';
import { get, post } from './procedure.ts';
import { contactInList, id, nothing, pageInput, pageOf, sentence } from './scalars.ts';

/** `unknown`: it may have reached WhatsApp and may not have. */
const outboxStates = ['ready', 'waiting', 'sending', 'unknown'] as const;

const waitingSchema = z.object({
  messageId: id,
  numberId: id,
  conversationId: id,
  contactId: id,
  ...contactInList,
  sourceId: id.nullable(),
  sourceName: z.string().nullable(),
  class: z.enum(messageClasses),
  state: z.enum(outboxStates),
  /** What it waits for: a stable word, and in words. */
  hold: z.string().nullable(),
  why: sentence,
  /** Until when it waits; null while nobody can say. */
  dueAt: z.date().nullable(),
  deadlineAt: z.date(),
  attempts: z.number().int(),
  queuedAt: z.date(),
  /** While it is being sent or in doubt: since when. */
  since: z.date().nullable(),
  text: z.string().nullable(),
});

const sourceSchema = z.object({
  sourceId: id,
  kind: z.string(),
  name: z.string(),
  state: z.enum(['running', 'paused', 'cancelled']),
  reason: z.string().nullable(),
  /** Why it is paused, and what to do. */
  why: sentence.nullable(),
  changedAt: z.date(),
  waiting: z.number().int(),
});

const countsSchema = z.object({
  counts: z.array(
    z.object({
      numberId: id,
      class: z.enum(messageClasses),
      state: z.enum(outboxStates),
      hold: z.string().nullable(),
      count: z.number().int(),
      oldestAt: z.date(),
    }),
  ),
  numbers: z.array(
    z.object({
      numberId: id,
      pausedAt: z.date().nullable(),
      pausedReason: z.string().nullable(),
      /** The reason in a sentence, and what to do. */
      why: sentence.nullable(),
      /** Some copy of the program serves it at this moment. */
      isServed: z.boolean(),
    }),
  ),
  sources: z.array(sourceSchema),
  /** Since when nothing is sent at all because the database was restored. */
  frozenSince: z.date().nullable(),
});

const onSource = { sourceId: id };
const onNumber = { numberId: id };
const onMessage = { messageId: id };

export const outbox = {
  list: get('outbox.read', '/outbox', { summary: 'What waits to be sent, and why; the newest first' })
    .input(
      z.strictObject({
        ...pageInput,
        numberId: id.optional(),
        sourceId: id.optional(),
        class: z.enum(messageClasses).optional(),
        state: z.enum(outboxStates).optional(),
        hold: z.string().max(50).optional(),
      }),
    )
    .output(pageOf(waitingSchema)),
  counts: get('outbox.read', '/outbox/counts', {
    summary: 'How much waits, by number, class and state; which numbers and sources are stopped',
  }).output(countsSchema),
  pauseSource: post('outbox.manage', '/outbox/sources/{sourceId}/pause', {
    summary: 'Send no more of what comes from a source, until it is resumed',
  })
    .input(z.strictObject(onSource))
    .output(nothing),
  resumeSource: post('outbox.manage', '/outbox/sources/{sourceId}/resume', {
    summary: 'Go on with what comes from a source',
  })
    .input(z.strictObject(onSource))
    .output(nothing),
  cancelSource: post('outbox.manage', '/outbox/sources/{sourceId}/cancel', {
    summary: 'Send nothing more of a source, for good',
  })
    .input(z.strictObject(onSource))
    .output(nothing),
  pauseNumber: post('outbox.manage', '/outbox/numbers/{numberId}/pause', {
    summary: 'Send nothing from a number, until it is resumed',
  })
    .input(z.strictObject(onNumber))
    .output(nothing),
  resumeNumber: post('outbox.manage', '/outbox/numbers/{numberId}/resume', {
    summary: 'Send from a number again',
  })
    .input(z.strictObject(onNumber))
    .output(nothing),
  cancel: post('outbox.manage', '/outbox/{messageId}/cancel', {
    summary: 'Do not send a message that has not been sent yet',
  })
    .input(z.strictObject(onMessage))
    .output(nothing),
  settle: post('outbox.manage', '/outbox/{messageId}/settle', {
    summary: 'Decide about a message of which it is not known whether WhatsApp had it',
    description: '`resend` may bring it to the customer twice; `close` leaves it unconfirmed.',
  })
    .input(z.strictObject({ ...onMessage, verdict: z.enum(['resend', 'close']) }))
    .output(nothing),
};
