import {
  amount,
  count,
  flag,
  list,
  matching,
  object,
  oneOf,
  optional,
  type Reader,
  text,
} from '../door/reading.ts';
import { WorldRefusal } from '../door/world-door.ts';
import { isObject } from '../world/json.ts';
import type { PhoneAction } from './actions.ts';
import type { Language } from './view.ts';

type Shape = Record<string, Reader<unknown>>;

/** Also an empty one: what an empty text means is the action's own affair. */
const words = matching(/^/, 'a text');

const thing: Reader<object> = (value, name) => {
  if (isObject(value)) return value;
  throw new WorldRefusal(`${name} must be an object.`);
};

const wordsByName: Reader<object> = (value, name) => {
  for (const [inner, one] of Object.entries(thing(value, name))) words(one, `${name}.${inner}`);
  return value as object;
};

/** An object with at least these fields. */
const loosely =
  (shape: Shape): Reader<object> =>
  (value, name) => {
    for (const [field, read] of Object.entries(shape))
      read((thing(value, name) as Record<string, unknown>)[field], `${name}.${field}`);
    return value as object;
  };

const card: Shape = {
  name: text,
  organization: optional(words),
  phones: list(loosely({ phone: text, type: optional(words), onWhatsApp: flag })),
  emails: list(words),
};

const place = { latitude: amount(-90, 90), longitude: amount(-180, 180) };

const settings = {
  name: optional(text),
  language: optional(oneOf('en', 'hi')),
  online: optional(flag),
  receipts: optional(flag),
  reading: optional(oneOf('fast', 'opened', 'never')),
  hasWhatsApp: optional(flag),
  username: (value: unknown, name: string) => (value === null ? null : optional(words)(value, name)),
  hidesNumber: optional(flag),
};

const on = { chat: words, message: words };
const into = { chat: words, replyTo: optional(words) };

/** What each action needs, so that a wrong one is told by name before anything happens. */
const shapes: Record<PhoneAction['type'], Shape> = {
  'send-text': { ...into, text: words, product: optional(words) },
  'send-media': {
    ...into,
    as: oneOf('image', 'video', 'voice', 'audio', 'document', 'sticker'),
    media: words,
    caption: optional(words),
    name: optional(words),
  },
  'send-location': { ...into, ...place, name: optional(words), address: optional(words) },
  'send-live-location': { ...into, ...place, minutes: amount(0, 480) },
  'send-contacts': { ...into, contacts: list(loosely(card)) },
  'send-poll': { ...into, question: words, options: list(words) },
  react: { ...on, emoji: words },
  edit: { ...on, text: words },
  delete: { ...on, for: oneOf('everyone', 'me') },
  forward: { ...on, to: list(words) },
  play: on,
  'tap-button': { ...on, button: words },
  'choose-row': { ...on, row: words },
  'flow-exchange': { ...on, button: words, request: thing },
  'flow-file': { ...on, button: words, media: words, name: words },
  'complete-flow': { ...on, button: words, response: thing },
  'send-address': { ...on, values: wordsByName, savedAddress: optional(words) },
  'share-number': on,
  'answer-call-request': { ...on, answer: oneOf('accept', 'reject'), permanent: optional(flag) },
  pay: {
    ...on,
    outcome: oneOf('success', 'failed', 'pending', 'abandoned'),
    method: oneOf('upi', 'card', 'netbanking', 'wallet', 'link'),
  },
  'place-order': {
    chat: words,
    items: list(loosely({ retailerId: words, quantity: count(1, 999) })),
    text: optional(words),
  },
  call: { chat: words },
  'accept-call': { call: words },
  'decline-call': { call: words },
  'end-call': { call: words },
  'open-chat': { chat: words },
  'close-chat': { chat: words },
  block: { chat: words },
  unblock: { chat: words },
  report: { chat: words, reason: oneOf('spam', 'not-signed-up', 'offensive', 'fraud', 'other'), block: flag },
  marketing: { chat: words, value: oneOf('stop', 'resume') },
  'allow-calls': { chat: words, value: oneOf('none', 'temporary', 'permanent') },
  'leave-group': { chat: words },
  'save-contact': { chat: words, name: words },
  'remove-contact': { chat: words },
  'change-phone': { settings: object(settings) },
  'change-number': { phone: words },
  'change-device': {},
  'open-link': { url: words },
  'tap-ad': { ad: words },
  'answer-connect': { accept: flag, shareHistory: flag },
  'disconnect-platform': {},
  'link-device': { name: words },
  'unlink-device': { device: words },
  label: { chat: words, label: words, on: flag },
  'create-group': { name: words },
};

export function readAction(body: Record<string, unknown>): PhoneAction {
  const type =
    typeof body.type === 'string' && Object.hasOwn(shapes, body.type)
      ? (body.type as PhoneAction['type'])
      : null;
  if (type === null)
    throw new WorldRefusal(
      `type is ${JSON.stringify(body.type)}; it is one of ${Object.keys(shapes).join(', ')}.`,
    );
  for (const [name, read] of Object.entries(shapes[type])) read(body[name], name);
  return body as unknown as PhoneAction;
}

/** A new phone: a name and a number in any writing with its country code. */
export function readNewPhone(body: Record<string, unknown>): {
  id: string;
  name: string;
  language: Language;
} {
  const id = typeof body.phone === 'string' ? body.phone.replaceAll(/\D/g, '') : '';
  if (!/^[1-9]\d{6,14}$/.test(id))
    throw new WorldRefusal('phone must be a number with its country code, such as +91 98765 43210.');
  if (typeof body.name !== 'string' || body.name.trim() === '')
    throw new WorldRefusal('name must be a text that is not empty.');
  const language = body.language === 'hi' ? 'hi' : 'en';
  return { id, name: body.name.trim(), language };
}
