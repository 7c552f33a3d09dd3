import { webhookError } from '../../graph/errors.ts';
import type { Message } from '../../messages/message.ts';
import type { Received } from '../../messages/receive.ts';
import type { Person } from '../../people/person.ts';
import type { ActionAnswer, ChatAction, MessageAction } from '../actions.ts';
import { contentOf, type SendAction } from './content.ts';
import { type Acts, fail, type Stage } from './stage.ts';

type GroupAction =
  | SendAction
  | Extract<MessageAction, { type: 'react' }>
  | Extract<ChatAction, { type: 'open-chat' | 'close-chat' | 'leave-group' }>;

/** What a person does in a group. */
export function groupActs({ desks, messages }: Stage): Acts<GroupAction> {
  const { groups } = desks;
  const send = (person: Person, action: SendAction): ActionAnswer => {
    const { number } = groups.get(action.chat, person.id);
    const { type, content, wire } = contentOf(action, {
      media: desks.media,
      numberId: number.id,
      now: messages.now,
    });
    const quoted = action.replyTo === undefined ? undefined : inGroup(action.chat, person, action.replyTo);
    const context = quoted && {
      from: quoted.origin === 'customer' ? quoted.person : number.phone,
      id: quoted.id,
    };
    const written = {
      type,
      content,
      ...(wire && { wire: unknownInGroups(wire) }),
      ...(context && { context }),
    };
    return { message: groups.write(action.chat, person, written).id };
  };
  const inGroup = (chat: string, person: Person, id: string): Message =>
    groups.seen(chat, person.id).find((message) => message.id === id) ??
    fail(`There is no message ${id} in this chat.`, 404);
  return {
    'send-text': send,
    'send-media': send,
    'send-location': send,
    'send-live-location': send,
    'send-contacts': send,
    'send-poll': send,
    react(person, { chat, message, emoji }) {
      inGroup(chat, person, message);
      const reaction = { message_id: message, ...(emoji && { emoji }) };
      return { message: groups.write(chat, person, { type: 'reaction', content: { reaction } }).id };
    },
    'open-chat'(person, { chat }) {
      groups.open(chat, person);
      return {};
    },
    'close-chat': () => ({}),
    'leave-group'(person, { chat }) {
      groups.leave(chat, person);
      return {};
    },
  };
}

/** Groups have a code of their own for what Meta does not pass on. */
const unknownInGroups = ({ content }: NonNullable<Received['wire']>): NonNullable<Received['wire']> => ({
  type: 'unsupported',
  content: { ...content, errors: [webhookError(130501, 'Message type is not currently supported.')] },
});
