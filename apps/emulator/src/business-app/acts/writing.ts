import { chatKey, type Message } from '../../messages/message.ts';
import { digitsOf, wamid } from '../../messages/wamid.ts';
import type { ActionAnswer, MessageAction } from '../../phones/actions.ts';
import { contentOf, editedContent, type SendAction, type Written } from '../../phones/acts/content.ts';
import { fail } from '../../phones/acts/stage.ts';
import { deletable, editable } from '../../phones/acts/writing.ts';
import { type AppActs, type Hand, messageIn, ownMessage, readChat, type Shop } from '../stage.ts';

type ChangeAction = Exclude<MessageAction, SendAction>;

/** What the owner writes: free of charge, at any time, and without effect on the windows of the Cloud API. */
export function ownerWriting(shop: Shop): AppActs<SendAction> {
  const send = (hand: Hand, action: SendAction): ActionAnswer => {
    const chat = readChat(shop, hand, action.chat);
    const { number } = hand;
    if (action.type === 'send-live-location' && shop.platform.isJoined(number.id))
      fail('Live location is switched off while the number is on the Business Platform.', 409);
    const written = contentOf(action, {
      media: shop.desks.media,
      numberId: number.id,
      now: shop.messages.now,
    });
    return write(shop, hand, { chat, ...written, replyTo: action.replyTo });
  };
  return {
    'send-text': send,
    'send-media': send,
    'send-location': send,
    'send-live-location': send,
    'send-contacts': send,
    'send-poll': send,
  };
}

/** What the owner does to messages that are there. */
export function ownerChanging(shop: Shop): AppActs<ChangeAction> {
  const { messages, platform } = shop;
  const echo = (hand: Hand, target: Message, wire: Omit<Written, 'wire'>): ActionAnswer => {
    const id = newId(shop, target.person);
    platform.echo(hand.number, { ...target, id, at: messages.now }, wire);
    return { message: target.id };
  };
  return {
    react(hand, { chat, message: id, emoji }) {
      messageIn(shop, hand, { chat, message: id });
      const reaction = { message_id: id, emoji };
      return write(shop, hand, { chat, type: 'reaction', content: { reaction } });
    },
    edit(hand, on) {
      const message = ownMessage(shop, hand, on);
      if (messages.now - message.at > editable) fail('A message can be edited for 15 minutes.', 409);
      const content =
        editedContent(message.type, message.content, on.text) ??
        fail('Only text and captions can be edited.');
      messages.all.change(message.id, { content, editedAt: messages.now });
      const inner = { ...content, type: message.type };
      return echo(hand, message, {
        type: 'edit',
        content: { edit: { original_message_id: message.id, message: inner } },
      });
    },
    delete(hand, on) {
      if (on.for === 'me') {
        messages.all.forget(messageIn(shop, hand, on).id);
        return {};
      }
      const message = ownMessage(shop, hand, on);
      if (messages.now - message.at > deletable) fail('A message can be deleted for two days.', 409);
      messages.all.change(message.id, { revoked: true });
      return echo(hand, message, {
        type: 'revoke',
        content: { revoke: { original_message_id: message.id } },
      });
    },
    forward(hand, on) {
      const { type, content, forwarded } = messageIn(shop, hand, on);
      const copies = on.to.map((to) =>
        write(shop, hand, {
          chat: readChat(shop, hand, to),
          type,
          content,
          forwarded: forwarded ? 'often' : 'once',
        }),
      );
      return copies[0] ?? fail('There is nobody to forward to.');
    },
    play: () => ({}),
  };
}

interface Writing extends Written {
  chat: string;
  replyTo?: string | undefined;
  forwarded?: 'once' | 'often';
}

function write(shop: Shop, hand: Hand, writing: Writing): ActionAnswer {
  const { messages, apps, platform, progress } = shop;
  const { chat, type, content, wire, replyTo, forwarded } = writing;
  const { app, number } = hand;
  if (!app.online) fail('The phone is offline.', 409);
  if (app.blocked.includes(chat)) fail('You blocked this customer; unblock them to write.', 409);
  const isGroup = apps.groups.has(chat);
  const message = messages.all.put({
    id: newId(shop, chat),
    numberId: number.id,
    wabaId: number.wabaId,
    person: chat,
    chat: chatKey(number.id, chat),
    origin: 'business-app',
    type,
    content,
    at: messages.now,
    status: isGroup ? 'sent' : 'accepted',
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded && { forwarded }),
  });
  messages.changeChat(number.id, chat, { businessReadAt: messages.now });
  if (isGroup) messages.retention.settle(message.id);
  else {
    progress.take(message.id, 'sent');
    platform.echo(number, message, wire ?? { type, content });
  }
  return { message: message.id };
}

const newId = ({ messages }: Shop, chat: string): string =>
  wamid(chat, messages.emulator.world.random.hex(digitsOf.outbound));
