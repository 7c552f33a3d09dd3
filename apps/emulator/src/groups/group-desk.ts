import { WorldRefusal } from '../door/world-door.ts';
import { receive } from '../messages/receive.ts';
import type { GroupDesk, GroupOnPhone } from '../phones/neighbours.ts';
import { type Group, isMember } from './group.ts';
import type { Groups } from './groups.ts';
import type { Membership } from './membership.ts';
import { pinsOf } from './pins.ts';
import type { PostProgress } from './post-progress.ts';

const day = 24 * 3_600_000;
const arrived = new Set(['delivered', 'read']);

/** Groups as a member's phone has them. */
export function createGroupDesk(groups: Groups, membership: Membership, progress: PostProgress): GroupDesk {
  const { messages } = groups;
  const groupOf = (id: string, phone: string): Group => {
    const group = groups.all.get(id);
    return group && isMember(group, phone) ? group : fail(`There is no chat ${id}.`, 404);
  };
  return {
    has: (id) => groups.all.has(id),
    of: (phone) =>
      groups.all.filter((group) => isMember(group, phone)).map((group) => showGroup(groups, group, phone)),
    get: (id, phone) => showGroup(groups, groupOf(id, phone), phone),
    seen(id, phone) {
      const { joinedAt = 0 } = groupOf(id, phone).members.find((one) => one.phone === phone) ?? {};
      return messages.ofChat
        .all(id)
        .filter(
          ({ at, origin, id: message }) =>
            at >= joinedAt &&
            (origin === 'customer' || arrived.has(groups.posts.get(message)?.receipts[phone] ?? '')),
        );
    },
    write(id, person, written) {
      const group = groupOf(id, person.id);
      if (group.suspended) fail('This group was suspended.');
      if (!person.online) fail('The phone is offline.');
      const number = groups.numberOf(group);
      const message = receive(messages, { number, person, ...written, groupId: id, opensWindow: false });
      groups.all.change(id, { windowUntil: messages.now + day });
      return message;
    },
    open(id, person) {
      const group = groupOf(id, person.id);
      if (person.reading === 'never' || !person.online) return;
      progress.readAll(group, person.id);
    },
    join(code, person) {
      const group = groups.byCode.get(code) ?? fail('This invite link leads to no group any more.', 404);
      if (isMember(group, person.id)) return { chat: group.id };
      if (group.suspended) fail('This group was suspended.');
      if (group.removed.includes(person.id)) fail('You were removed from this group.');
      if (membership.isFull(group)) fail('This group is full.');
      if (group.approval === 'approval_required') {
        membership.ask(group, person);
        return {};
      }
      membership.join(group, person);
      return { chat: group.id };
    },
    leave(id, person) {
      const group = groups.all.get(id) ?? fail(`There is no chat ${id}.`, 404);
      const request = membership.requestOf(group, person);
      if (request) membership.revoke(group, person, request);
      else membership.leave(groupOf(id, person.id), person);
    },
    arriveAt: (phone) => progress.arriveAt(phone),
    moved: (before, now) => membership.rename(before, now),
  };
}

function showGroup(groups: Groups, group: Group, phone: string): GroupOnPhone {
  const { id, subject, description, members, picture } = group;
  return {
    id,
    number: groups.numberOf(group),
    subject,
    ...(description !== undefined && { description }),
    ...(picture?.url !== undefined && { picture: picture.url }),
    members: members.map((one) => groups.messages.people.get(one.phone)),
    pinned: pinsOf(group, groups.now).map(({ message }) => message),
    readAt: members.find((one) => one.phone === phone)?.readAt ?? 0,
  };
}

function fail(message: string, status = 409): never {
  throw new WorldRefusal(message, status);
}
