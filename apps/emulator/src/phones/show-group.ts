import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';
import { hasBubble, lastLine, showBubbles, type Viewer } from './bubbles.ts';
import type { GroupOnPhone, PhoneNeighbours } from './neighbours.ts';
import type { ChatSummary, ChatView } from './view.ts';

/** What a group looks like to one of its members. */
export class GroupScreen {
  readonly #messages: Messages;
  readonly #desks: PhoneNeighbours;

  constructor(messages: Messages, desks: PhoneNeighbours) {
    this.#messages = messages;
    this.#desks = desks;
  }

  summaries(person: Person): ChatSummary[] {
    return this.#desks.groups.of(person.id).map((group) => this.#summary(group, person));
  }

  view(id: string, person: Person, before?: string): ChatView {
    const group = this.#desks.groups.get(id, person.id);
    const written = this.#desks.groups.seen(id, person.id);
    const shown = { seen: written.filter(hasBubble), written, before };

    return {
      ...this.#summary(group, person),
      ...showBubbles({ all: this.#messages.all, desks: this.#desks }, shown, this.#viewer(group, person)),
      pinned: group.pinned,
      group: {
        ...(group.description !== undefined && { description: group.description }),
        members: [
          { name: group.number.verifiedName, phone: group.number.phone, business: true },
          ...group.members.map((member) => ({ name: member.name, phone: member.id, business: false })),
        ],
        mirrored: true,
      },
    };
  }

  #summary(group: GroupOnPhone, person: Person): ChatSummary {
    const seen = this.#desks.groups.seen(group.id, person.id).filter(hasBubble);
    const viewer = this.#viewer(group, person);
    return {
      id: group.id,
      kind: 'group',
      title: group.subject,
      ...(group.picture !== undefined && { picture: group.picture }),
      ...lastLine(seen.at(-1), viewer, this.#desks),
      unread: seen.filter((message) => !viewer.isMine(message) && message.at > group.readAt).length,
      typing: false,
      blocked: false,
      labels: [],
    };
  }

  #viewer({ number }: GroupOnPhone, person: Person): Viewer {
    const isMine = (message: Message): boolean =>
      message.origin === 'customer' && message.person === person.id;
    return {
      isMine,
      statusOf: () => 'delivered',
      authorOf: (message) => {
        if (isMine(message)) return 'You';
        return message.origin === 'customer'
          ? this.#messages.people.get(message.person).name
          : number.verifiedName;
      },
      namesAuthors: true,
    };
  }
}
