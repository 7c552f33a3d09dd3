import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';
import { hasBubble, lastLine, showBubbles, type Viewer } from './bubbles.ts';
import type { PhoneNeighbours } from './neighbours.ts';
import type { BusinessView, ChatSummary, ChatView } from './view.ts';

/** What a chat looks like to the customer who is in it. */
export class ChatScreen {
  readonly #messages: Messages;
  readonly #desks: PhoneNeighbours;

  constructor(messages: Messages, desks: PhoneNeighbours) {
    this.#messages = messages;
    this.#desks = desks;
  }

  summary(number: BusinessNumber, person: Person): ChatSummary {
    const seen = this.#seen(number.id, person.id);
    const chat = this.#messages.chatOf(number.id, person.id);
    return {
      id: number.id,
      kind: 'business',
      title: number.nameStatus === 'APPROVED' ? number.verifiedName : `+${number.phone}`,
      ...pictureOf(number),
      official: number.official,
      ...lastLine(seen.at(-1), this.#viewer(number, person), this.#desks),
      unread: seen.filter(({ origin, status }) => origin !== 'customer' && status === 'delivered').length,
      typing: (chat?.businessTypingUntil ?? 0) > this.#messages.now,
      blocked: person.blocked.includes(number.id),
      labels: [],
    };
  }

  view(number: BusinessNumber, person: Person, before?: string): ChatView {
    const seen = this.#seen(number.id, person.id);
    const written = this.#messages.ofChat.all(`${number.id} ${person.id}`);
    const viewer = this.#viewer(number, person);
    return {
      ...this.summary(number, person),
      ...showBubbles({ all: this.#messages.all, desks: this.#desks }, { seen, written, before }, viewer),
      pinned: [],
      business: this.#business(number, person),
    };
  }

  /** Everything that reached the phone or left it, oldest first. */
  #seen(numberId: string, person: string): Message[] {
    return this.#messages.ofChat
      .all(`${numberId} ${person}`)
      .filter((message) => hasBubble(message) && (isOwn(message) || arrived.has(message.status)));
  }

  /** A customer's own message has two ticks as soon as it is there: Meta takes it at once. */
  #viewer(number: BusinessNumber, person: Person): Viewer {
    const { businessReadAt = 0 } = this.#messages.chatOf(number.id, person.id) ?? {};
    return {
      isMine: isOwn,
      statusOf: ({ at, unheard }) => (unheard ? 'sent' : businessReadAt >= at ? 'read' : 'delivered'),
      authorOf: (message) => (isOwn(message) ? 'You' : number.verifiedName),
    };
  }

  #business(number: BusinessNumber, person: Person): BusinessView {
    const { profile } = number;
    const optional = (name: string): object =>
      typeof profile[name] === 'string' && profile[name] ? { [name]: profile[name] } : {};
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
      hasCatalog: catalog !== null && number.catalog === true,
      hasCart: catalog !== null && number.cart !== false,
      prompts: number.prompts ?? [],
      commands: (number.commands ?? []).map((one) => ({
        name: one.command_name,
        description: one.command_description,
      })),
      calls: {
        offered: this.#desks.calls.isOffered(number, person),
        ...this.#desks.calls.permission(number.id, person.id),
      },
      marketing: person.stopped.includes(number.id) ? 'stopped' : 'on',
    };
  }
}

const isOwn = ({ origin }: Message): boolean => origin === 'customer';

const arrived = new Set(['delivered', 'read', 'played']);

const pictureOf = ({ profile }: BusinessNumber): { picture?: string } =>
  typeof profile.profile_picture_url === 'string' ? { picture: profile.profile_picture_url } : {};
