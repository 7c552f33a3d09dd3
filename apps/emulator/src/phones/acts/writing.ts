import type { JsonObject } from '../../world/json.ts';
import type { MediaKind, MessageAction } from '../actions.ts';
import type { ContactCard } from '../view.ts';
import { type Acts, contextOf, fail, messageOf, numberOf, type Stage, unsupported, write } from './stage.ts';

const editable = 15 * 60_000;
const deletable = 2 * 24 * 3_600_000;

/** What a person writes. */
export function writingActs(stage: Stage): Acts<SendAction> {
  const { messages, desks } = stage;
  return {
    'send-text'(person, { chat, text, replyTo, product }) {
      const number = numberOf(stage, chat);
      if (text.trim() === '') fail('There is nothing to send.');
      const catalog = product === undefined ? null : desks.shop.catalogOf(number.id);
      const context = catalog
        ? {
            context: {
              from: number.phone,
              id: replyTo ?? '',
              referred_product: { catalog_id: catalog.id, product_retailer_id: product },
            },
          }
        : contextOf(number, replyTo);
      return write(stage, {
        number,
        person,
        type: 'text',
        content: { text: { body: text } },
        ...context,
        ...adOf(stage, chat, person.id),
      });
    },
    'send-media'(person, { chat, as, media, caption, name, replyTo }) {
      const number = numberOf(stage, chat);
      const wire = desks.media.wire(media, number.id) ?? fail(`There is no media ${media}.`, 404);
      const { type, extra } = sentAs(as, name);
      const part = { ...wire, ...extra, ...(caption && { caption }) };
      return write(stage, { number, person, type, content: { [type]: part }, ...contextOf(number, replyTo) });
    },
    'send-location'(person, { chat, latitude, longitude, name, address, replyTo }) {
      const number = numberOf(stage, chat);
      const location = { latitude, longitude, ...(name && { name }), ...(address && { address }) };
      return write(stage, {
        number,
        person,
        type: 'location',
        content: { location },
        ...contextOf(number, replyTo),
      });
    },
    'send-live-location'(person, { chat, latitude, longitude, minutes, replyTo }) {
      const number = numberOf(stage, chat);
      const location = { latitude, longitude, until: messages.now + minutes * 60_000 };
      const wire = unsupported('live_location');
      return write(stage, {
        number,
        person,
        type: 'location',
        content: { location },
        wire,
        ...contextOf(number, replyTo),
      });
    },
    'send-contacts'(person, { chat, contacts, replyTo }) {
      const number = numberOf(stage, chat);
      return write(stage, {
        number,
        person,
        type: 'contacts',
        content: { contacts: contacts.map(wireContact) },
        ...contextOf(number, replyTo),
      });
    },
    'send-poll'(person, { chat, question, options, replyTo }) {
      const number = numberOf(stage, chat);
      const content = { poll: { question, options } };
      return write(stage, {
        number,
        person,
        type: 'poll',
        content,
        wire: unsupported('poll'),
        ...contextOf(number, replyTo),
      });
    },
  };
}

type SendAction = Extract<MessageAction, { type: `send-${string}` }>;
type ChangeAction = Exclude<MessageAction, SendAction>;

/** What a person does to messages that are there. */
export function changingActs(stage: Stage): Acts<ChangeAction> {
  const { messages, progress } = stage;
  return {
    react(person, { chat, message: id, emoji }) {
      const number = numberOf(stage, chat);
      messageOf(stage, person, { chat, message: id });
      return write(stage, {
        number,
        person,
        type: 'reaction',
        content: { reaction: { message_id: id, ...(emoji && { emoji }) } },
      });
    },
    edit(person, on) {
      const number = numberOf(stage, on.chat);
      const message = ownMessage(stage, person, on);
      if (messages.now - message.at > editable) fail('A message can be edited for 15 minutes.', 409);
      const content =
        editedContent(message.type, message.content, on.text) ??
        fail('Only text and captions can be edited.');
      messages.all.change(message.id, { content, editedAt: messages.now });
      const inner = { ...content, type: message.type };
      return write(stage, {
        number,
        person,
        type: 'edit',
        content: { edit: { original_message_id: message.id, message: inner } },
        // Only a number that is in the Business app too hears of it.
        ...(!number.onBusinessApp && { wire: unsupported('edit') }),
      });
    },
    delete(person, on) {
      const number = numberOf(stage, on.chat);
      if (on.for === 'me') {
        messages.all.forget(messageOf(stage, person, on).id);
        return {};
      }
      const message = ownMessage(stage, person, on);
      if (messages.now - message.at > deletable) fail('A message can be deleted for two days.', 409);
      messages.all.change(message.id, { revoked: true });
      if (!number.onBusinessApp) return {};
      return write(stage, {
        number,
        person,
        type: 'revoke',
        content: { revoke: { original_message_id: message.id } },
      });
    },
    forward(person, on) {
      const { type, content, forwarded } = messageOf(stage, person, on);
      const context = forwarded ? { frequently_forwarded: true } : { forwarded: true };
      const copies = on.to.map((chat) =>
        write(stage, { number: numberOf(stage, chat), person, type, content, context }),
      );
      return copies[0] ?? fail('There is nobody to forward to.');
    },
    play(person, on) {
      progress.take(messageOf(stage, person, on).id, 'played');
      return {};
    },
  };
}

function ownMessage(
  stage: Stage,
  person: Parameters<typeof messageOf>[1],
  on: { chat: string; message: string },
) {
  const message = messageOf(stage, person, on);
  return message.origin === 'customer' ? message : fail('Only own messages can be changed.', 409);
}

/** The first message after an ad was tapped carries where it came from. */
function adOf({ messages }: Stage, chat: string, person: string): { referral?: JsonObject } {
  const { pendingReferral } = messages.chatOf(chat, person) ?? {};
  if (!pendingReferral) return {};
  messages.changeChat(chat, person, { pendingReferral: undefined });
  return { referral: pendingReferral };
}

function sentAs(kind: MediaKind, name: string | undefined): { type: string; extra: JsonObject } {
  if (kind === 'voice' || kind === 'audio') return { type: 'audio', extra: { voice: kind === 'voice' } };
  if (kind === 'document') return { type: kind, extra: { filename: name ?? 'document' } };
  return { type: kind, extra: kind === 'sticker' ? { animated: false } : {} };
}

function editedContent(type: string, content: JsonObject, text: string): JsonObject | null {
  if (type === 'text') return { text: { body: text } };
  const part = content[type];
  if (
    !['image', 'video', 'document'].includes(type) ||
    typeof part !== 'object' ||
    part === null ||
    Array.isArray(part)
  )
    return null;
  return { [type]: { ...part, caption: text } };
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
