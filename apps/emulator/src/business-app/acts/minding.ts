import type { ChatAction, OwnerAction, PhoneAction } from '../../phones/actions.ts';
import { fail } from '../../phones/acts/stage.ts';
import { type AppActs, readChat, type Shop } from '../stage.ts';

type Actions =
  | Extract<
      ChatAction,
      {
        type:
          | 'open-chat'
          | 'close-chat'
          | 'block'
          | 'unblock'
          | 'save-contact'
          | 'remove-contact'
          | 'leave-group';
      }
    >
  | Extract<OwnerAction, { type: 'label' | 'create-group' }>
  | Extract<PhoneAction, { type: 'open-link' }>;

/** What the owner does to chats: reads, labels, saves names, blocks, makes groups. */
export function ownerMinding(shop: Shop): AppActs<Actions> {
  const { messages, apps, platform } = shop;
  return {
    'open-chat'({ number }, { chat }) {
      const last = messages.ofChat
        .all(`${number.id} ${chat}`)
        .findLast(({ origin }) => origin === 'customer');
      const { businessReadAt = 0 } = messages.chatOf(number.id, chat) ?? {};
      if (last && last.at > businessReadAt) messages.changeChat(number.id, chat, { businessReadAt: last.at });
      return {};
    },
    'close-chat': () => ({}),
    'save-contact'(hand, { chat, name }) {
      if (name.trim() === '') fail('A contact needs a name.');
      const customer = readChat(shop, hand, chat);
      if (apps.groups.has(customer)) fail('A group is no contact.');
      platform.tellContact(apps.note(hand.number.id, customer, { name: name.trim() }), 'add');
      return {};
    },
    'remove-contact'({ number }, { chat }) {
      if (apps.noteOf(number.id, chat)?.name === undefined) fail(`${chat} is no contact.`, 409);
      platform.tellContact(apps.note(number.id, chat, { name: undefined }), 'remove');
      return {};
    },
    label(hand, { chat, label, on }) {
      if (!hand.app.labels.some(({ id }) => id === label)) fail(`There is no label ${label}.`, 404);
      const of = readChat(shop, hand, chat);
      const others = (apps.noteOf(hand.number.id, of)?.labels ?? []).filter((id) => id !== label);
      apps.note(hand.number.id, of, { labels: on ? [...others, label] : others });
      return {};
    },
    block(hand, { chat }) {
      const { id, blocked } = hand.app;
      const customer = readChat(shop, hand, chat);
      if (!blocked.includes(customer)) apps.all.change(id, { blocked: [...blocked, customer] });
      return {};
    },
    unblock({ app: { id, blocked } }, { chat }) {
      apps.all.change(id, { blocked: blocked.filter((one) => one !== chat) });
      return {};
    },
    'create-group'({ number }, { name }) {
      if (name.trim() === '') fail('A group needs a name.');
      const members = messages.chatsOfNumber
        .all(number.id)
        .map(({ person }) => person)
        .filter((person) => messages.people.known.has(person));
      const id = `group-${messages.emulator.world.ids.next()}`;
      apps.groups.put({ id, numberId: number.id, name: name.trim(), members });
      messages.changeChat(number.id, id, {});
      return { chat: id };
    },
    'leave-group'({ number }, { chat }) {
      if (apps.groups.get(chat)?.numberId !== number.id) fail(`There is no group ${chat}.`, 404);
      apps.groups.delete(chat);
      messages.chats.delete(`${number.id} ${chat}`);
      return {};
    },
    'open-link'(hand, { url }) {
      const digits = URL.parse(url)?.pathname.split('/').find(Boolean) ?? '';
      const chat = readChat(shop, hand, digits);
      if (!messages.chatOf(hand.number.id, chat)) messages.changeChat(hand.number.id, chat, {});
      return { chat };
    },
  };
}
