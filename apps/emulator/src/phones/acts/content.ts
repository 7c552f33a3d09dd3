import { isObject, type JsonObject } from '../../world/json.ts';
import type { MediaKind, MessageAction } from '../actions.ts';
import type { MediaDesk } from '../neighbours.ts';
import type { ContactCard } from '../view.ts';
import { fail, unsupported } from './stage.ts';

export type SendAction = Extract<MessageAction, { type: `send-${string}` }>;

/** What is written, as the wire has it, and what Meta passes on in its place. */
export interface Written {
  type: string;
  content: JsonObject;
  wire?: ReturnType<typeof unsupported>;
}

interface Desk {
  media: MediaDesk;
  numberId: string;
  now: number;
}

type Writers = {
  [Type in SendAction['type']]: (action: Extract<SendAction, { type: Type }>, desk: Desk) => Written;
};

const writers: Writers = {
  'send-text'({ text }) {
    if (text.trim() === '') fail('There is nothing to send.');
    return { type: 'text', content: { text: { body: text } } };
  },
  'send-media'({ media: id, as, name, caption }, { media, numberId }) {
    const wire = media.wire(id, numberId) ?? fail(`There is no media ${id}.`, 404);
    const { type, extra } = sentAs(as, name);
    return { type, content: { [type]: { ...wire, ...extra, ...(caption && { caption }) } } };
  },
  'send-location'({ latitude, longitude, name, address }) {
    const location = { latitude, longitude, ...(name && { name }), ...(address && { address }) };
    return { type: 'location', content: { location } };
  },
  'send-live-location'({ latitude, longitude, minutes }, { now }) {
    const location = { latitude, longitude, until: now + minutes * 60_000 };
    return { type: 'location', content: { location }, wire: unsupported('live_location') };
  },
  'send-contacts': ({ contacts }) => ({
    type: 'contacts',
    content: { contacts: contacts.map(wireContact) },
  }),
  'send-poll': ({ question, options }) => ({
    type: 'poll',
    content: { poll: { question, options } },
    wire: unsupported('poll'),
  }),
};

/** The same on every phone, whoever holds it. */
export function contentOf(action: SendAction, desk: Desk): Written {
  const write = writers[action.type] as (action: SendAction, desk: Desk) => Written;
  return write(action, desk);
}

/** Null when there are no words in it to edit. */
export function editedContent(type: string, content: JsonObject, text: string): JsonObject | null {
  if (type === 'text') return { text: { body: text } };
  const part = content[type];
  if (!['image', 'video', 'document'].includes(type) || !isObject(part)) return null;
  return { [type]: { ...part, caption: text } };
}

function sentAs(kind: MediaKind, name: string | undefined): { type: string; extra: JsonObject } {
  if (kind === 'voice' || kind === 'audio') return { type: 'audio', extra: { voice: kind === 'voice' } };
  if (kind === 'document') return { type: kind, extra: { filename: name ?? 'document' } };
  return { type: kind, extra: kind === 'sticker' ? { animated: false } : {} };
}

function wireContact({ name, organization, phones, emails }: ContactCard): JsonObject {
  const [first = name, ...rest] = name.split(' ');
  return {
    name: { formatted_name: name, first_name: first, ...(rest.length > 0 && { last_name: rest.join(' ') }) },
    ...(organization && { org: { company: organization } }),
    phones: phones.map(({ phone, type = 'CELL', onWhatsApp }) => ({
      phone,
      type,
      ...(onWhatsApp && { wa_id: phone.replaceAll(/\D/g, '') }),
    })),
    ...(emails.length > 0 && { emails: emails.map((email) => ({ email, type: 'HOME' })) }),
  };
}
