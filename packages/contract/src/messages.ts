import { z } from 'zod';
import { get } from './procedure.ts';
import { contactInList, id, pageInput, pageOf, sentence } from './scalars.ts';

const conversationSchema = z.object({
  conversationId: id,
  numberId: id,
  contactId: id,
  /** Until when anything may be said; and until when everything is free. */
  windowEndsAt: z.date().nullable(),
  freeEntryEndsAt: z.date().nullable(),
  /** They came by an ad: an answer until then opens the free window. */
  freeEntryOfferedUntil: z.date().nullable(),
  lastMessageAt: z.date().nullable(),
  lastInboundAt: z.date().nullable(),
  lastOutboundAt: z.date().nullable(),
  /** Since when another app holds the thread. */
  standbySince: z.date().nullable(),
  createdAt: z.date(),
});

const messageSchema = z.object({
  messageId: id,
  conversationId: id,
  contactId: id,
  numberId: id,
  direction: z.enum(['in', 'out']),
  origin: z.string(),
  originId: z.string().nullable(),
  /** Meta’s own word, which may be one that nobody knows. */
  type: z.string(),
  content: z.unknown(),
  text: z.string().nullable(),
  /** When it was said. */
  at: z.date(),
  wamid: z.string().nullable(),
  status: z.string(),
  reason: z.string().nullable(),
  error: z.unknown(),
  sentAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  readAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  replyToWamid: z.string().nullable(),
  replyToId: id.nullable(),
  context: z.unknown(),
  forwarded: z.boolean(),
  edits: z.unknown(),
  editedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  reactions: z.unknown(),
  templateId: id.nullable(),
  category: z.string().nullable(),
  price: z.unknown(),
  possibleDuplicate: z.boolean(),
  createdAt: z.date(),
});

const recentSchema = z.object({
  messageId: id,
  conversationId: id,
  contactId: id,
  ...contactInList,
  numberId: id,
  direction: z.enum(['in', 'out']),
  origin: z.string(),
  type: z.string(),
  /** Its first words. */
  text: z.string().nullable(),
  at: z.date(),
  status: z.string(),
  reason: z.string().nullable(),
});

/** What happened, and what to do next. */
const told = z.object({ happened: sentence, next: sentence }).nullable();

/** What became of it, and how it came to be sent. */
const lifeSchema = messageSchema.extend({
  ...contactInList,
  /** Why it ended before it arrived. */
  told,
  /** What it was expected to cost, in millionths of the currency of its account. */
  estimatedMicros: z.number().nullable(),
  currency: z.string().nullable(),
  sourceName: z.string().nullable(),
  statuses: z.array(
    z.object({
      status: z.string(),
      recipient: z.string(),
      at: z.date(),
      receivedAt: z.date(),
      errors: z.unknown(),
      told,
      pricing: z.unknown(),
      deliveryId: id.nullable(),
    }),
  ),
  intent: z
    .object({
      cause: z.string(),
      verdict: z.string(),
      rule: z.string().nullable(),
      sentence: sentence.nullable(),
      detail: z.unknown(),
      decidedAt: z.date(),
      sourceId: id.nullable(),
    })
    .nullable(),
  attempts: z.array(
    z.object({
      attempt: z.number(),
      startedAt: z.date(),
      outcome: z.string().nullable(),
      code: z.number().nullable(),
      error: z.unknown(),
      told,
      endedAt: z.date().nullable(),
      settledBy: z.string().nullable(),
      settledAt: z.date().nullable(),
    }),
  ),
});

const onConversation = { conversationId: id };

export const conversations = {
  list: get('messages.read', '/conversations', {
    summary:
      'The conversations of a contact, one for each number; also those under contacts that were merged',
  })
    .input(z.strictObject({ contactId: id }))
    .output(z.object({ items: z.array(conversationSchema) })),
  get: get('messages.read', '/conversations/{conversationId}', { summary: 'One conversation' })
    .input(z.strictObject(onConversation))
    .output(conversationSchema),
};

export const messages = {
  recent: get('messages.read', '/messages', { summary: 'All messages, newest first' })
    .input(
      z.strictObject({
        ...pageInput,
        numberId: id.optional(),
        direction: z.enum(['in', 'out']).optional(),
        status: z.string().max(20).optional(),
      }),
    )
    .output(pageOf(recentSchema)),
  list: get('messages.read', '/conversations/{conversationId}/messages', {
    summary: 'A page of a thread, newest first',
    description:
      'With what was said to and by the same contact on the same number before contacts were merged.',
  })
    .input(z.strictObject({ ...pageInput, ...onConversation }))
    .output(pageOf(messageSchema)),
  get: get('messages.read', '/messages/{messageId}', {
    summary: 'One message with its whole life: why it was sent, what was tried, what became of it',
  })
    .input(z.strictObject({ messageId: id }))
    .output(lifeSchema),
};
