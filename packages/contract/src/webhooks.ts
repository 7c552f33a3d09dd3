import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, nothing, pageInput, pageOf } from './scalars.ts';

/** Why a delivery could not be taken in. Codes never change; the sentence beside one says what to do. */
export const parkReasons = [
  'not_utf8',
  'not_json',
  'too_deep',
  'too_large',
  'too_many',
  'not_a_delivery',
  'unknown_number',
  'other_app',
  'not_stored',
  'failed',
  'broke_off',
] as const;

const states = ['pending', 'done', 'parked', 'discarded'] as const;

const deliverySchema = z.object({
  deliveryId: id,
  receivedAt: z.date(),
  state: z.enum(states),
  /** In bytes. */
  size: z.number(),
  attempts: z.number(),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  doneAt: z.date().nullable(),
  /** Which member or key discarded it. */
  discardedBy: z.string().nullable(),
  /** What can be told apart in it, by kind. */
  holds: z.array(z.object({ kind: z.string(), count: z.number() })),
});

const partSchema = z.object({
  kind: z.string(),
  field: z.string(),
  /** The word of a status, or the type of a message. */
  word: z.string().nullable(),
  /** The message that it made or changed. */
  messageId: id.nullable(),
  /** The update that was kept of it. */
  updateId: id.nullable(),
});

const updateSchema = z.object({
  updateId: id,
  kind: z.string(),
  field: z.string(),
  wabaId: z.string(),
  phoneNumberId: z.string().nullable(),
  contactId: id.nullable(),
  at: z.date().nullable(),
  receivedAt: z.date(),
  deliveryId: id.nullable(),
  /** As it came. */
  value: z.unknown(),
});

const onDelivery = { deliveryId: id };

export const webhooks = {
  listDeliveries: get('webhooks.inspect', '/webhooks/deliveries', {
    summary: 'What WhatsApp delivered, newest first',
    description: 'With the state `parked`: what could not be taken in, and why.',
  })
    .input(
      z.strictObject({
        ...pageInput,
        state: z.enum(states).optional(),
        reason: z.enum(parkReasons).optional(),
      }),
    )
    .output(pageOf(deliverySchema)),
  countParked: get('webhooks.inspect', '/webhooks/parked', {
    summary: 'How many deliveries could not be taken in, by the reason',
  }).output(z.object({ items: z.array(z.object({ reason: z.string(), count: z.number() })) })),
  getDelivery: get('webhooks.inspect', '/webhooks/deliveries/{deliveryId}', {
    summary: 'One delivery with its body',
    description:
      'Of a delivery that speaks of several workspaces only what belongs to this one is shown; then `isWhole` is false. A body that is not text comes as base64.',
  })
    .input(z.strictObject(onDelivery))
    .output(
      deliverySchema.extend({
        body: z.string(),
        encoding: z.enum(['text', 'base64']),
        isWhole: z.boolean(),
        /** What of it was made of what, as it stands there; of very many the first 200. */
        parts: z.array(partSchema),
      }),
    ),
  retry: post('webhooks.inspect', '/webhooks/deliveries/{deliveryId}/retry', {
    summary: 'Take in a parked delivery again',
    description: 'What of it was taken in before is not done a second time.',
  })
    .input(z.strictObject(onDelivery))
    .output(nothing),
  retryAll: post('webhooks.inspect', '/webhooks/parked/retry', {
    summary: 'Take in again all that was parked for one reason',
  })
    .input(z.strictObject({ reason: z.enum(parkReasons) }))
    .output(z.object({ count: z.number() })),
  discard: remove('webhooks.inspect', '/webhooks/deliveries/{deliveryId}', {
    summary: 'Give up a parked delivery; it stays, with who gave it up',
  })
    .input(z.strictObject(onDelivery))
    .output(nothing),
  listUpdates: get('webhooks.inspect', '/webhooks/updates', {
    summary: 'What WhatsApp told beside messages and statuses, newest first, each as it came',
  })
    .input(z.strictObject({ ...pageInput, kind: z.string().max(60).optional() }))
    .output(pageOf(updateSchema)),
};
