import type {
  MarketingOptions,
  OutgoingContent,
  OutgoingEnvelope,
  OutgoingMarketing,
  OutgoingMessage,
  OutgoingType,
  ReadReceipt,
} from '@trikon/whatsapp';
import { contacts, location } from './contacts-and-location.ts';
import { interactive } from './interactive.ts';
import {
  at,
  boolean,
  integer,
  isObject,
  object,
  oneOf,
  optional,
  orAsText,
  pick,
  text,
  type Reader,
} from './reading.ts';
import { groupId, phone, userId } from './recipient.ts';
import { template } from './template-shape.ts';
import { audio, context, document, image, pin, reaction, sticker, textOf, video } from './text-and-media.ts';
import { refusalOf, wrong } from './wrong.ts';

const contents: { [Type in OutgoingType]: Reader<unknown> } = {
  audio,
  contacts,
  document,
  image,
  interactive,
  location,
  pin,
  reaction,
  sticker,
  template,
  text: textOf(4096),
  video,
};

/** Graph names these two as well and sends neither. */
const types = oneOf(...(Object.keys(contents) as OutgoingType[]), 'gif', 'link_preview');

type Given = Omit<OutgoingEnvelope, 'recipient_type'> & {
  recipient_type?: OutgoingEnvelope['recipient_type'];
};

/** Graph overlooks properties of a body that it does not know: the token may be among them. */
const envelope = pick<Given>({
  messaging_product: oneOf('whatsapp'),
  recipient_type: optional(oneOf('individual', 'group')),
  to: optional(text()),
  recipient: optional(userId),
  context: optional(context),
  biz_opaque_callback_data: optional(text(512)),
  recipient_identity_key_hash: optional(text()),
  category: optional(oneOf('authentication', 'service', 'utility')),
  ttl_seconds: optional(orAsText(integer(1))),
  direct_send_config: optional(object<{ template_name?: string }>({ template_name: optional(text(512)) })),
});

const marketing = pick<Partial<MarketingOptions>>({
  product_policy: optional(oneOf('CLOUD_API_FALLBACK', 'STRICT')),
  message_activity_sharing: optional(boolean),
});

const receipt = pick<ReadReceipt>({
  messaging_product: oneOf('whatsapp'),
  status: oneOf('read'),
  message_id: text(),
  typing_indicator: optional(object<{ type: 'text' }>({ type: oneOf('text') })),
});

/** The body of `POST /{number}/messages`, or a refusal in Graph's words. `now` is the emulated time in milliseconds. */
export function readMessage(body: unknown, now: number): OutgoingMessage {
  return worded(() => messageOf(isObject(body) ? body : {}, now));
}

/** The same for `POST /{number}/marketing_messages`, which takes nothing but templates. */
export function readMarketingMessage(body: unknown, now: number): OutgoingMarketing {
  return worded(() => {
    const whole = isObject(body) ? body : {};
    const message = messageOf(whole, now);
    if (message.type !== 'template')
      wrong(134100, 'Only template messages of the category marketing are supported');
    return { product_policy: 'CLOUD_API_FALLBACK', ...marketing(whole, now), ...message };
  });
}

/** The same for a receipt, which comes to the address of messages and is told from them by its `status`. */
export function readReceipt(body: unknown): ReadReceipt {
  return worded(() => receipt(isObject(body) ? body : {}, 0));
}

function messageOf(body: Record<string, unknown>, now: number): OutgoingMessage {
  const { recipient_type = 'individual', ...given } = envelope(body, now);
  refuseWrongAddress(given, recipient_type);
  const type = typeOf(body);
  if (body[type] === undefined || body[type] === null)
    wrong(131008, `Parameter '${type}' is mandatory for type '${type}'`);
  const content = { type, [type]: at(unfolded(body, type), type, contents[type], now) } as OutgoingContent;
  refuseWrongPlace(type, recipient_type);
  if (given.category === 'utility' || given.category === 'authentication') refuseUndirected(content);
  return { ...given, recipient_type, ...content };
}

/** Graph takes a parameter that holds JSON as text too; some clients send the content of a message like that. */
function unfolded(body: Record<string, unknown>, type: OutgoingType): Record<string, unknown> {
  const given = body[type];
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return body;
  try {
    return { ...body, [type]: JSON.parse(given) as unknown };
  } catch {
    return body;
  }
}

function typeOf(body: Record<string, unknown>): OutgoingType {
  const type = body['type'] === undefined || body['type'] === null ? 'text' : at(body, 'type', types, 0);
  return type === 'gif' || type === 'link_preview'
    ? wrong(131051, `Message type is not currently supported: ${type}`)
    : type;
}

function refuseWrongAddress({ to, recipient }: Given, kind: OutgoingEnvelope['recipient_type']): void {
  const reader = kind === 'group' ? groupId : phone;
  if (to !== undefined) at({ to }, 'to', reader, 0);
  else if (recipient === undefined || kind === 'group') at({}, 'to', reader, 0);
}

/** Groups take texts, files, templates and reactions (Meta, 'Groups'); only they have pins. */
const inGroups = new Set<OutgoingType>([
  'audio',
  'document',
  'image',
  'pin',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
]);

function refuseWrongPlace(type: OutgoingType, kind: OutgoingEnvelope['recipient_type']): void {
  if (kind === 'group' && !inGroups.has(type))
    wrong(131051, `Message type is not supported in groups: ${type}`);
  if (kind === 'individual' && type === 'pin') wrong(131009, 'Messages can only be pinned in groups');
}

/** Direct Send makes a template of what it is given: of a text as short as a template's, or of one with buttons. */
function refuseUndirected(content: OutgoingContent): void {
  if (content.type === 'text') at({ text: content.text }, 'text', textOf(1024), 0);
  else if (content.type !== 'interactive' || content.interactive.type !== 'button') {
    wrong(131009, 'Only text and button messages may have a category');
  }
}

function worded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw refusalOf(error);
  }
}
