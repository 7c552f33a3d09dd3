import { webhookError } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import { appearanceIn, contactOf, metadataOf } from '../messages/values.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import { type Group, isMember, type Post } from './group.ts';
import type { Groups } from './groups.ts';
import { priceInGroup } from './price.ts';
import { secondsOf } from './tell.ts';

type Step = { post: string; person: string; step: 'delivered' | 'read' };

/** What becomes of a message in a group: sent to all, and then for every member by itself. */
export class PostProgress {
  readonly #groups: Groups;

  constructor(groups: Groups) {
    this.#groups = groups;
    const { tasks } = groups.messages.emulator.world;
    tasks.on<{ message: string }>('group.send', ({ message }) => this.#send(message));
    tasks.on<Step>('group.step', ({ post, person, step }) => this.#take(post, person, step));
    tasks.on<{ post: string }>('group.statuses', ({ post }) => this.#tellGathered(post));
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
    if (message.failure) return this.#fail(message, group);
    messages.all.change(id, { status: 'sent' });
    const post = posts.put(this.#postOf(message, group));
    for (const old of posts.values()) {
      if (posts.size <= setting.value.posts) break;
      posts.forget(old.id);
    }
    this.#tell(
      post,
      Object.keys(post.receipts).map((person) => ({
        person,
        status: 'sent' as const,
        at: messages.now,
        priced: true,
      })),
    );
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

  #reach({ id, numberId }: Post, person: Person): void {
    if (person.online && !person.blocked.includes(numberId))
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
    if (!person.online || post.lapsesAt <= now) return;
    posts.change(id, { receipts: { ...post.receipts, [personId]: step } });
    if (step === 'read') this.#noteRead(group, personId);
    if (before === 'sent') this.#groups.tellPaid(post, this.#groups.numberOf(post), person);
    if (step === 'delivered' || person.receipts)
      this.#gather(id, { person: personId, status: step, at: now, priced: before === 'sent' });
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

  /** What several phones do within a moment comes in one webhook. */
  #gather(id: string, status: Post['untold'][number]): void {
    const { posts, messages, setting } = this.#groups;
    const { untold } = posts.get(id) as Post;
    posts.change(id, { untold: [...untold, status] });
    if (untold.length > 0) return;
    const at = messages.now + setting.value.gatherMilliseconds;
    messages.emulator.world.tasks.schedule({ kind: 'group.statuses', at, payload: { post: id } });
  }

  #tellGathered(id: string): void {
    const post = this.#groups.posts.get(id);
    if (!post) return;
    this.#tell(this.#groups.posts.change(id, { untold: [] }), post.untold);
  }

  #tell(post: Post, statuses: Post['untold']): void {
    const { messages } = this.#groups;
    const number = this.#groups.numberOf(post);
    const newest = new Map(statuses.map(({ person, status }) => [person, status]));
    const contacts = [...newest].map(([person, status]) =>
      contactOf(appearanceIn(status, messages.appearance(number, messages.people.get(person)))),
    );
    this.#webhook(
      post,
      statuses.map(({ person, status, at, priced }) => this.#statusOf(post, { person, status, at, priced })),
      contacts,
    );
  }

  #statusOf(
    { id, groupId, numberId, opaque, pricing }: Post,
    { person, status, at, priced }: Post['untold'][number],
  ): JsonObject {
    const { messages, setting } = this.#groups;
    const { phone, userId } = messages.appearance(
      this.#groups.numberOf({ numberId }),
      messages.people.get(person),
    );
    return {
      id,
      status,
      timestamp: secondsOf(at),
      recipient_id: groupId,
      recipient_type: 'group',
      ...(phone !== undefined && { [setting.value.participantKey]: phone }),
      recipient_participant_user_id: userId,
      ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
      ...(priced && pricing && { pricing: { ...pricing } }),
    };
  }

  /** Nobody gets it, and so nobody is named. */
  #fail({ id, opaque, failure }: Message, group: Group): void {
    this.#groups.messages.all.change(id, { status: 'failed' });
    this.#webhook(group, [
      {
        id,
        status: 'failed',
        timestamp: secondsOf(this.#groups.now),
        recipient_id: group.id,
        recipient_type: 'group',
        ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
        errors: [webhookError(failure?.code ?? 131000, failure?.details)],
      },
    ]);
  }

  #webhook(of: Pick<Post, 'numberId'>, statuses: JsonObject[], contacts?: JsonObject[]): void {
    const number = this.#groups.numberOf(of);
    this.#groups.messages.emulator.webhooks.send({
      wabaId: number.wabaId,
      numberId: number.id,
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: metadataOf(number),
        ...(contacts && { contacts }),
        statuses,
      },
    });
  }
}
