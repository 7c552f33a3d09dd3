import type { Message } from '../messages/message.ts';
import type { Person } from '../people/person.ts';
import { type Group, isMember, type Post } from './group.ts';
import type { Groups } from './groups.ts';
import { PostStatuses } from './post-statuses.ts';
import { priceInGroup } from './price.ts';

type Step = { post: string; person: string; step: 'delivered' | 'read' };

/** What becomes of a message in a group: sent to all, and then for every member by itself. */
export class PostProgress {
  readonly #groups: Groups;
  readonly #statuses: PostStatuses;

  constructor(groups: Groups) {
    this.#groups = groups;
    this.#statuses = new PostStatuses(groups);
    const { tasks } = groups.messages.emulator.world;
    tasks.on<{ message: string }>('group.send', ({ message }) => this.#send(message));
    tasks.on<Step>('group.step', ({ post, person, step }) => this.#take(post, person, step));
  }

  /** `links` says why media could not be fetched, once it is known. */
  begin(message: Message, group: Group, links: Promise<string | null> | null): void {
    if (links) void links.then((reason) => this.#plan(message, group, reason));
    else this.#plan(message, group, null);
  }

  #plan({ id, numberId }: Message, group: Group, unfetched: string | null): void {
    const { messages, setting } = this.#groups;
    const effects = messages.emulator.faults.strike('message', { numberId });
    const ordered = effects.find(({ type }) => type === 'fail') as
      | { code: number; details?: string }
      | undefined;
    const lost = unfetched === null ? undefined : { code: 131053, details: unfetched };
    const failure = ordered ?? lost ?? this.#closed(id, group);
    if (failure) messages.all.change(id, { failure: { code: failure.code, details: failure.details ?? '' } });
    if (effects.some(({ type }) => type === 'no-status')) return;
    const at = messages.now + setting.value.sendMilliseconds;
    messages.emulator.world.tasks.schedule({ kind: 'group.send', at, payload: { message: id } });
  }

  /** A phone came online: what waited for it arrives. */
  arriveAt(person: string): void {
    for (const { id, receipts } of this.#groups.posts.filter(({ receipts: of }) => person in of)) {
      if (receipts[person] === 'sent') this.#take(id, person, 'delivered');
    }
  }

  /** A member opened the group: everything in it is read. */
  readAll(group: Group, person: string): void {
    this.#noteRead(group, person);
    for (const { id, receipts } of this.#groups.posts.filter(({ groupId }) => groupId === group.id)) {
      if (receipts[person] === 'sent' || receipts[person] === 'delivered') this.#take(id, person, 'read');
    }
  }

  #closed(id: string, { windowUntil = 0 }: Group): { code: number; details: string } | undefined {
    const { type } = this.#groups.messages.all.get(id) ?? { type: '' };
    const mayAlways = ['template', 'reaction', 'pin'].includes(type);
    return mayAlways || windowUntil > this.#groups.now
      ? undefined
      : {
          code: 131047,
          details:
            'Message failed to send because more than 24 hours have passed since a participant last wrote to the group.',
        };
  }

  #send(id: string): void {
    const { messages, all, posts, setting } = this.#groups;
    const message = messages.all.get(id);
    const group = all.get(message?.groupId ?? '');
    if (!message || !group) return;
    messages.retention.settle(id);
    if (message.failure) return this.#statuses.tellFailed(message, group);
    messages.all.change(id, { status: 'sent' });
    const post = posts.put(this.#postOf(message, group));
    for (const old of posts.values()) {
      if (posts.size <= setting.value.posts) break;
      posts.forget(old.id);
    }
    this.#statuses.tellSent(post);
    // Reactions and pins only have this one status.
    if (message.type === 'reaction' || message.type === 'pin') return;
    for (const { phone } of group.members) this.#reach(post, messages.people.get(phone));
  }

  #postOf(message: Message, group: Group): Post {
    const { messages } = this.#groups;
    const category = message.template?.category ?? 'service';
    const isOpen = (group.windowUntil ?? 0) > messages.now;
    const isPriced = message.type !== 'reaction' && message.type !== 'pin' && category !== 'authentication';
    const { pricing, cost = 0 } = isPriced ? priceInGroup(category, { isOpen, ...this.#placeOf(group) }) : {};
    return {
      id: message.id,
      groupId: group.id,
      numberId: group.numberId,
      wabaId: group.wabaId,
      cost,
      receipts: Object.fromEntries(group.members.map(({ phone }) => [phone, 'sent' as const])),
      untold: [],
      lapsesAt: message.lapsesAt ?? Infinity,
      ...(message.opaque !== undefined && { opaque: message.opaque }),
      ...(pricing && { pricing }),
    };
  }

  #placeOf(group: Group): { day: string; country: string } {
    const { messages } = this.#groups;
    const number = this.#groups.numberOf(group);
    const { timezone } = messages.emulator.directory.ownersOf(number).waba;
    return { day: messages.calendar.dayIn(timezone, messages.now), country: number.country };
  }

  #reach({ id }: Post, person: Person): void {
    if (person.online)
      this.#planStep({ post: id, person: person.id, step: 'delivered' }, person.habits.deliverSeconds);
  }

  #take(id: string, personId: string, step: 'delivered' | 'read'): void {
    const { posts, all, now, messages } = this.#groups;
    const post = posts.get(id);
    const group = all.get(post?.groupId ?? '');
    const before = post?.receipts[personId];
    const person = messages.people.get(personId);
    if (!post || !group || !isMember(group, personId) || !before || before === step || before === 'read')
      return;
    const isReached = person.online && !person.blocked.includes(post.numberId);
    if (!isReached || post.lapsesAt <= now) return;
    posts.change(id, { receipts: { ...post.receipts, [personId]: step } });
    if (step === 'read') this.#noteRead(group, personId);
    if (before === 'sent') this.#groups.tellPaid(post, this.#groups.numberOf(post), person);
    if (step === 'delivered' || person.receipts)
      this.#statuses.gather(id, { person: personId, status: step, at: now, priced: before === 'sent' });
    const willRead = step === 'delivered' && person.reading === 'fast';
    if (willRead && messages.emulator.world.random.chance(person.habits.readShare))
      this.#planStep({ post: id, person: personId, step: 'read' }, person.habits.readSeconds);
  }

  #noteRead({ id }: Group, person: string): void {
    const { all, now } = this.#groups;
    const { members = [] } = all.get(id) ?? {};
    all.change(id, { members: members.map((one) => (one.phone === person ? { ...one, readAt: now } : one)) });
  }

  #planStep(payload: Step, [from, to]: [number, number]): void {
    const { tasks, random } = this.#groups.messages.emulator.world;
    const at = this.#groups.now + Math.round((from + (to - from) * random.next()) * 1000);
    tasks.schedule({ kind: 'group.step', at, payload });
  }
}
