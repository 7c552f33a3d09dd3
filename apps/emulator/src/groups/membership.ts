import { webhookError } from '../graph/errors.ts';
import type { Person } from '../people/person.ts';
import { type Group, isMember, type JoinRequest } from './group.ts';
import type { Groups } from './groups.ts';
import { participantOf, tellGroup } from './tell.ts';

interface Removal {
  requestId: string;
  groupId: string;
  /** The phones, as they are and as the call wrote them. */
  people: { phone: string; input: string }[];
}

/** Who is in a group, how they came and how they go: by invite link alone (Meta, "Group management"). */
export class Membership {
  readonly #groups: Groups;

  constructor(groups: Groups) {
    this.#groups = groups;
    groups.messages.emulator.world.tasks.on('group.remove', (removal) =>
      this.#remove(removal as unknown as Removal),
    );
  }

  isFull({ members }: Group): boolean {
    return members.length >= this.#groups.setting.value.largest;
  }

  join(group: Group, person: Person): void {
    const { all, now } = this.#groups;
    const members = [...group.members, { phone: person.id, joinedAt: now, readAt: now }];
    const joined = all.change(group.id, { members });
    tellGroup(this.#groups, joined, 'group_participants_update', {
      type: 'group_participants_add',
      reason: 'invite_link',
      added_participants: [participantOf(this.#groups, joined, person)],
    });
  }

  ask(group: Group, person: Person): void {
    const { requests, now, messages } = this.#groups;
    if (this.requestOf(group, person)) return;
    const serial = messages.emulator.world.ids.next();
    const id = Buffer.from(`${person.id}:${serial}`).toString('base64url');
    this.#tellRequest('group_join_request_created', group, person, {
      ...requests.put({ id, groupId: group.id, person: person.id, at: now }),
    });
  }

  requestOf({ id }: Group, person: Person): JoinRequest | undefined {
    return this.#groups.requestsOf.all(id).find((request) => request.person === person.id);
  }

  revoke(group: Group, person: Person, request: JoinRequest): void {
    this.#groups.requests.delete(request.id);
    this.#tellRequest('group_join_request_revoked', group, person, request);
  }

  leave(group: Group, person: Person): void {
    const left = this.#without(group, [person.id]);
    tellGroup(this.#groups, left, 'group_participants_update', {
      type: 'group_participants_remove',
      initiated_by: 'participant',
      removed_participants: [participantOf(this.#groups, left, person)],
    });
  }

  /** The business removes somebody, a moment later; they cannot come back by the link. */
  remove(group: Group, people: Removal['people']): { requestId: string } {
    const { messages, now, setting } = this.#groups;
    const { ids, tasks } = messages.emulator.world;
    const requestId = ids.next();
    const at = now + setting.value.answerMilliseconds;
    tasks.schedule({ kind: 'group.remove', at, payload: { requestId, groupId: group.id, people } });
    return { requestId };
  }

  /** A member has another number now. */
  rename(before: string, now: string): void {
    const { all, messages } = this.#groups;
    for (const { id, members } of all.filter((group) => isMember(group, before))) {
      const renamed = members.map((one) => (one.phone === before ? { ...one, phone: now } : one));
      all.change(id, { members: renamed });
      for (const message of messages.ofChat.all(id))
        if (message.person === before) messages.all.change(message.id, { person: now });
      this.#renameReceipts(id, before, now);
    }
  }

  #renameReceipts(group: string, before: string, now: string): void {
    const { posts } = this.#groups;
    for (const { id, receipts, untold } of posts.filter(({ groupId }) => groupId === group)) {
      const { [before]: receipt, ...others } = receipts;
      if (!receipt) continue;
      posts.change(id, {
        receipts: { ...others, [now]: receipt },
        untold: untold.map((one) => (one.person === before ? { ...one, person: now } : one)),
      });
    }
  }

  #remove({ requestId, groupId, people }: Removal): void {
    const { all, messages } = this.#groups;
    const group = all.get(groupId);
    if (!group) return;
    const gone = people.filter(({ phone }) => isMember(group, phone));
    const unknown = people.filter(({ phone }) => !isMember(group, phone));
    const phones = gone.map(({ phone }) => phone);
    const left = all.change(this.#without(group, phones).id, { removed: [...group.removed, ...phones] });
    tellGroup(this.#groups, left, 'group_participants_update', {
      type: 'group_participants_remove',
      request_id: requestId,
      initiated_by: 'business',
      removed_participants: gone.map(({ phone, input }) => ({
        input,
        ...participantOf(this.#groups, left, messages.people.get(phone)),
      })),
      ...(unknown.length > 0 && {
        failed_participants: unknown.map(({ input }) => ({
          input,
          errors: [webhookError(131212, 'The user is not a participant of the group.')],
        })),
      }),
    });
  }

  #without({ id, members }: Group, phones: readonly string[]): Group {
    return this.#groups.all.change(id, { members: members.filter(({ phone }) => !phones.includes(phone)) });
  }

  #tellRequest(
    type: 'group_join_request_created' | 'group_join_request_revoked',
    group: Group,
    person: Person,
    { id }: JoinRequest,
  ): void {
    const participant = participantOf(this.#groups, group, person);
    tellGroup(this.#groups, group, 'group_participants_update', {
      type,
      join_request_id: id,
      ...participant,
      reason: 'invite_link',
    });
  }
}
