import type { Message } from '../../messages/message.ts';
import type { Person } from '../../people/person.ts';
import type { JsonObject } from '../../world/json.ts';
import type { ActionAnswer, MessageAction } from '../actions.ts';
import { inOneLine, showContent } from '../show-content.ts';
import { contentOf, editedContent, type SendAction } from './content.ts';
import { type Acts, contextOf, fail, messageOf, numberOf, type Stage, unsupported, write } from './stage.ts';

/** Meta, "Edit and delete": what a customer wrote can be changed for so long. */
export const editable = 15 * 60_000;
export const deletable = 2 * 24 * 3_600_000;

/** What a person writes. */
export function writingActs(stage: Stage): Acts<SendAction> {
  const send = (person: Person, action: SendAction): ActionAnswer => {
    const number = numberOf(stage, action.chat);
    const written = contentOf(action, {
      media: stage.desks.media,
      numberId: number.id,
      now: stage.messages.now,
    });
    return write(stage, { number, person, ...written, ...contextOf(number, action.replyTo) });
  };
  return {
    'send-text'(person, action) {
      const { chat, replyTo, product } = action;
      const number = numberOf(stage, chat);
      const written = contentOf(action, {
        media: stage.desks.media,
        numberId: chat,
        now: stage.messages.now,
      });
      const catalog = product === undefined ? null : stage.desks.shop.catalogOf(number.id);
      const context = catalog
        ? {
            context: {
              from: number.phone,
              id: replyTo ?? '',
              referred_product: { catalog_id: catalog.id, product_retailer_id: product },
            },
          }
        : contextOf(number, replyTo);
      return write(stage, { number, person, ...written, ...context, ...adOf(stage, chat, person.id) });
    },
    'send-media': send,
    'send-location': send,
    'send-live-location': send,
    'send-contacts': send,
    'send-poll': send,
  };
}

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
        content: { reaction: { message_id: id, emoji } },
      });
    },
    edit(person, on) {
      const number = numberOf(stage, on.chat);
      const message = ownMessage(stage, person, on);
      if (messages.now - message.at > editable) fail('A message can be edited for 15 minutes.', 409);
      const content =
        editedContent(message.type, message.content, on.text) ??
        fail('Only text and captions can be edited.');
      const inner = { ...content, type: message.type };
      const answer = write(stage, {
        number,
        person,
        type: 'edit',
        content: { edit: { original_message_id: message.id, message: inner } },
        // Only a number that is in the Business app too hears of it.
        ...(!number.onBusinessApp && { wire: unsupported('edit') }),
      });
      messages.all.change(message.id, { content, editedAt: messages.now });
      return answer;
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
      const message = messageOf(stage, person, on);
      const { type, content } = forwardable(message, stage);
      const context = message.forwarded ? { frequently_forwarded: true } : { forwarded: true };
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

const plain = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts']);

/** Of what has buttons or answers the words alone go on. */
function forwardable(message: Message, { desks }: Stage): Pick<Message, 'type' | 'content'> {
  if (plain.has(message.type)) return message;
  return { type: 'text', content: { text: { body: inOneLine(showContent(message, desks)) } } };
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
