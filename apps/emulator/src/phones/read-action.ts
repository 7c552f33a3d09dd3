import { WorldRefusal } from '../door/world-door.ts';
import { isObject } from '../world/json.ts';
import type { PhoneAction } from './actions.ts';
import type { Language } from './view.ts';

type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'string?' | 'boolean?';

const on = { chat: 'string', message: 'string' } as const;
const into = { chat: 'string', replyTo: 'string?' } as const;

/** What each action needs, so that a wrong one is told by name before anything happens. */
const shapes: Record<PhoneAction['type'], Record<string, Kind>> = {
  'send-text': { ...into, text: 'string', product: 'string?' },
  'send-media': { ...into, as: 'string', media: 'string', caption: 'string?', name: 'string?' },
  'send-location': { ...into, latitude: 'number', longitude: 'number', name: 'string?', address: 'string?' },
  'send-live-location': { ...into, latitude: 'number', longitude: 'number', minutes: 'number' },
  'send-contacts': { ...into, contacts: 'array' },
  'send-poll': { ...into, question: 'string', options: 'array' },
  react: { ...on, emoji: 'string' },
  edit: { ...on, text: 'string' },
  delete: { ...on, for: 'string' },
  forward: { ...on, to: 'array' },
  play: on,
  'tap-button': { ...on, button: 'string' },
  'choose-row': { ...on, row: 'string' },
  'flow-exchange': { ...on, button: 'string', request: 'object' },
  'flow-file': { ...on, button: 'string', media: 'string', name: 'string' },
  'complete-flow': { ...on, button: 'string', response: 'object' },
  'send-address': { ...on, values: 'object', savedAddress: 'string?' },
  'share-number': on,
  'answer-call-request': { ...on, answer: 'string', permanent: 'boolean?' },
  pay: { ...on, outcome: 'string', method: 'string' },
  'place-order': { chat: 'string', items: 'array', text: 'string?' },
  call: { chat: 'string' },
  'accept-call': { call: 'string' },
  'decline-call': { call: 'string' },
  'end-call': { call: 'string' },
  'open-chat': { chat: 'string' },
  'close-chat': { chat: 'string' },
  block: { chat: 'string' },
  unblock: { chat: 'string' },
  report: { chat: 'string', reason: 'string', block: 'boolean' },
  marketing: { chat: 'string', value: 'string' },
  'allow-calls': { chat: 'string', value: 'string' },
  'leave-group': { chat: 'string' },
  'save-contact': { chat: 'string', name: 'string' },
  'remove-contact': { chat: 'string' },
  'change-phone': { settings: 'object' },
  'change-number': { phone: 'string' },
  'change-device': {},
  'open-link': { url: 'string' },
  'tap-ad': { ad: 'string' },
  'answer-connect': { accept: 'boolean', shareHistory: 'boolean' },
  'disconnect-platform': {},
  'link-device': { name: 'string' },
  'unlink-device': { device: 'string' },
  label: { chat: 'string', label: 'string', on: 'boolean' },
  'create-group': { name: 'string' },
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
  for (const [name, kind] of Object.entries(shapes[type])) {
    if (!isOfKind(body[name], kind)) throw new WorldRefusal(`${name} of ${type} must be ${wordsOf(kind)}.`);
  }
  return body as unknown as PhoneAction;
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind.endsWith('?')) return value === undefined || isOfKind(value, kind.slice(0, -1) as Kind);
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'object') return isObject(value);
  return typeof value === kind && (kind !== 'number' || Number.isFinite(value));
}

const wordsOf = (kind: Kind): string =>
  `${kind === 'array' || kind === 'object' ? 'an' : 'a'} ${kind.replace('?', '')}${kind.endsWith('?') ? ', or left out' : ''}`;

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
