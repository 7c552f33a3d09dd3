import type { BusinessNumber } from '../directory/records.ts';
import type { Chat, Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';
import { isObject } from '../world/json.ts';
import type { PhoneNeighbours } from './neighbours.ts';
import { inOneLine, showContent } from './show-content.ts';
import type { BusinessView, ChatSummary, ChatView, MessageStatus, MessageView } from './view.ts';

const page = 100;

/** What a chat looks like to one of the two who are in it. */
export class ChatScreen {
  readonly #messages: Messages;
  readonly #desks: PhoneNeighbours;

  constructor(messages: Messages, desks: PhoneNeighbours) {
    this.#messages = messages;
    this.#desks = desks;
  }

  summary(number: BusinessNumber, person: Person): ChatSummary {
    const seen = this.#seen(number.id, person.id);
    const last = seen.at(-1);
    const chat = this.#messages.chatOf(number.id, person.id);
    const content = last && showContent(last, this.#desks);
    return {
      id: number.id,
      kind: 'business',
      title: number.nameStatus === 'APPROVED' ? number.verifiedName : `+${number.phone}`,
      ...pictureOf(number),
      official: number.official,
      ...(last &&
        content && {
          last: { text: inOneLine(content), kind: content.kind, at: last.at, ...mineOf(last, chat) },
        }),
      unread: seen.filter(({ origin, status }) => origin !== 'customer' && status === 'delivered').length,
      typing: (chat?.businessTypingUntil ?? 0) > this.#messages.now,
      blocked: person.blocked.includes(number.id),
      labels: [],
    };
  }

  view(number: BusinessNumber, person: Person, before?: string): ChatView {
    const all = this.#seen(number.id, person.id);
    const end =
      before === undefined
        ? all.length
        : Math.max(
            0,
            all.findIndex(({ id }) => id === before),
          );
    const start = Math.max(0, end - page);
    const reactions = this.#reactions(number.id, person.id);
    return {
      ...this.summary(number, person),
      messages: all.slice(start, end).map((message) => this.#show(message, number, reactions)),
      hasEarlier: start > 0,
      pinned: [],
      business: this.#business(number, person),
    };
  }

  /** Everything that reached the phone or left it, oldest first; reactions, edits and the like change other messages. */
  #seen(numberId: string, person: string): Message[] {
    return this.#messages.ofChat
      .all(`${numberId} ${person}`)
      .filter(
        ({ type, status, origin }) =>
          !withoutBubble.has(type) && (origin === 'customer' || arrived.has(status)),
      );
  }

  #reactions(numberId: string, person: string): Map<string, MessageView['reactions']> {
    const newest = new Map<string, Message>();
    for (const message of this.#messages.ofChat.all(`${numberId} ${person}`)) {
      if (message.type === 'reaction') newest.set(`${targetOf(message)} ${message.origin}`, message);
    }
    const reactions = new Map<string, MessageView['reactions']>();
    for (const message of newest.values()) {
      const emoji = emojiOf(message);
      if (!emoji) continue;
      const of = reactions.get(targetOf(message)) ?? [];
      reactions.set(targetOf(message), [...of, { emoji, mine: message.origin === 'customer' }]);
    }
    return reactions;
  }

  #show(
    message: Message,
    number: BusinessNumber,
    reactions: Map<string, MessageView['reactions']>,
  ): MessageView {
    const chat = this.#messages.chats.get(message.chat);
    const quoted = message.replyTo === undefined ? undefined : this.#quote(message.replyTo, number);
    const referral = message.referral;
    return {
      id: message.id,
      at: message.at,
      ...mineOf(message, chat),
      ...(quoted && { quoted }),
      reactions: reactions.get(message.id) ?? [],
      ...(message.forwarded && { forwarded: message.forwarded }),
      ...(message.editedAt !== undefined && { edited: true }),
      ...(isObject(referral) && {
        referral: {
          headline: text(referral.headline),
          body: text(referral.body),
          url: text(referral.source_url),
          ...(typeof referral.image_url === 'string' && { picture: referral.image_url }),
        },
      }),
      tapped: message.tapped ?? [],
      content: showContent(message, this.#desks),
    };
  }

  #quote(id: string, number: BusinessNumber): MessageView['quoted'] {
    const message = this.#messages.all.get(id);
    if (!message) return undefined;
    const content = showContent(message, this.#desks);
    return {
      id,
      author: message.origin === 'customer' ? 'You' : number.verifiedName,
      text: inOneLine(content),
      kind: content.kind,
      ...(content.kind === 'image' && { picture: content.media.url }),
    };
  }

  #business(number: BusinessNumber, person: Person): BusinessView {
    const { profile } = number;
    const optional = (name: string): object =>
      typeof profile[name] === 'string' && profile[name] ? { [name]: profile[name] } : {};
    const { prompts, commands } = componentsOf(number);
    const catalog = this.#desks.shop.catalogOf(number.id);
    return {
      numberId: number.id,
      phone: number.phone,
      ...(number.username !== undefined && { username: number.username }),
      ...optional('about'),
      ...optional('description'),
      ...optional('address'),
      ...optional('email'),
      ...(typeof profile.vertical === 'string' && { category: profile.vertical }),
      websites: Array.isArray(profile.websites) ? profile.websites.map(String) : [],
      hasCatalog: catalog !== null,
      hasCart: catalog !== null && number.extra.isCartEnabled !== false,
      prompts,
      commands,
      calls: {
        offered: this.#desks.calls.isOffered(number),
        ...this.#desks.calls.permission(number.id, person.id),
      },
      marketing: person.stopped.includes(number.id) ? 'stopped' : 'on',
    };
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const withoutBubble = new Set(['reaction', 'edit', 'revoke', 'pin', 'system']);
const arrived = new Set(['delivered', 'read', 'played']);

/** A customer's own message has two ticks as soon as it is there: Meta takes it at once. */
function mineOf({ origin, at }: Message, chat: Chat | undefined): { mine: boolean; status?: MessageStatus } {
  if (origin !== 'customer') return { mine: false };
  return { mine: true, status: (chat?.businessReadAt ?? 0) >= at ? 'read' : 'delivered' };
}

const targetOf = ({ content }: Message): string =>
  (content.reaction as { message_id?: string } | undefined)?.message_id ?? '';

const emojiOf = ({ content }: Message): string =>
  (content.reaction as { emoji?: string } | undefined)?.emoji ?? '';

const pictureOf = ({ profile }: BusinessNumber): { picture?: string } =>
  typeof profile.profile_picture_url === 'string' ? { picture: profile.profile_picture_url } : {};

function componentsOf({ extra }: BusinessNumber): Pick<BusinessView, 'prompts' | 'commands'> {
  const automation = isObject(extra.conversationalAutomation) ? extra.conversationalAutomation : {};
  const given: unknown[] = Array.isArray(automation.commands) ? automation.commands : [];
  const commands = given.filter(isObject);
  return {
    prompts: Array.isArray(automation.prompts) ? automation.prompts.map(String) : [],
    commands: commands.map((one) => ({
      name: String(one.command_name),
      description: String(one.command_description),
    })),
  };
}
