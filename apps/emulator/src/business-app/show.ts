import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import { hasBubble, lastLine, showBubbles, type Viewer } from '../phones/bubbles.ts';
import type { PhoneNeighbours } from '../phones/neighbours.ts';
import type { ChatSummary, ChatView, MessageStatus, OwnerPhone } from '../phones/view.ts';
import type { AppGroup, AppPhone, AppPhones } from './app-phones.ts';
import type { Platform } from './platform.ts';

/** What the owner of a number sees in the app: also what the Cloud API wrote in their name. */
export class AppScreen {
  readonly #messages: Messages;
  readonly #desks: PhoneNeighbours;
  readonly #apps: AppPhones;
  readonly #platform: Platform;

  constructor(messages: Messages, desks: PhoneNeighbours, apps: AppPhones, platform: Platform) {
    this.#messages = messages;
    this.#desks = desks;
    this.#apps = apps;
    this.#platform = platform;
  }

  phone(app: AppPhone, number: BusinessNumber): OwnerPhone {
    const chats = this.#messages.chatsOfNumber
      .all(number.id)
      .map(({ person }) => this.summary(app, number, person));
    const picture = number.profile.profile_picture_url;
    return {
      id: `app-${number.id}`,
      face: 'owner',
      phone: number.phone,
      name: number.verifiedName,
      ...(typeof picture === 'string' && { picture }),
      language: app.language,
      online: app.online,
      chats: chats.sort((one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0)),
      labels: app.labels,
      devices: app.devices,
      platform: this.#platform.view(number.id),
    };
  }

  summary(app: AppPhone, number: BusinessNumber, chat: string): ChatSummary {
    const seen = this.#seen(number.id, chat);
    const { businessReadAt = 0 } = this.#messages.chatOf(number.id, chat) ?? {};
    const group = this.#apps.groups.get(chat);
    const note = this.#apps.noteOf(number.id, chat);
    return {
      id: chat,
      kind: group ? 'group' : 'customer',
      title: group?.name ?? note?.name ?? this.#nameOf(number, chat),
      ...lastLine(seen.at(-1), this.#viewer(number, chat), this.#desks),
      unread: seen.filter((message) => !isOwn(message) && message.at > businessReadAt).length,
      typing: false,
      blocked: app.blocked.includes(chat),
      labels: note?.labels ?? [],
    };
  }

  chat(app: AppPhone, number: BusinessNumber, chat: string, before?: string): ChatView {
    const seen = this.#seen(number.id, chat);
    const written = this.#messages.ofChat.all(`${number.id} ${chat}`);
    const viewer = this.#viewer(number, chat);
    const group = this.#apps.groups.get(chat);
    return {
      ...this.summary(app, number, chat),
      ...showBubbles({ all: this.#messages.all, desks: this.#desks }, { seen, written, before }, viewer),
      pinned: [],
      ...(group ? { group: this.#group(group, number) } : { customer: this.#customer(number, chat) }),
    };
  }

  #seen(numberId: string, chat: string): Message[] {
    return this.#messages.ofChat
      .all(`${numberId} ${chat}`)
      .filter((message) => hasBubble(message) && message.status !== 'held' && !message.unheard);
  }

  #viewer(number: BusinessNumber, chat: string): Viewer {
    return {
      isMine: isOwn,
      statusOf: ({ status }) => shownStatus[status] ?? 'sent',
      authorOf: (message) => (isOwn(message) ? 'You' : this.#nameOf(number, chat)),
    };
  }

  /** Who is not in the address book is shown by number, or by username where the number is hidden. */
  #nameOf(number: BusinessNumber, chat: string): string {
    const { phone, username, name } = this.#appearance(number, chat);
    if (phone !== undefined) return `+${phone}`;
    return username === undefined ? name : `@${username}`;
  }

  #customer(number: BusinessNumber, chat: string): NonNullable<ChatView['customer']> {
    const { phone, username } = this.#appearance(number, chat);
    return {
      ...(phone !== undefined && { phone }),
      ...(username !== undefined && { username }),
      saved: this.#apps.noteOf(number.id, chat)?.name !== undefined,
    };
  }

  #appearance(number: BusinessNumber, chat: string) {
    return this.#messages.appearance(number, this.#messages.people.get(chat));
  }

  #group({ members }: AppGroup, number: BusinessNumber): NonNullable<ChatView['group']> {
    const others = members.map((member) => ({
      name: this.#messages.people.get(member).name,
      phone: member,
      business: false,
    }));
    return { members: [{ name: number.verifiedName, business: true }, ...others], mirrored: false };
  }
}

const isOwn = ({ origin }: Message): boolean => origin !== 'customer';

const shownStatus: Record<string, MessageStatus> = {
  accepted: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'played',
  failed: 'failed',
};
