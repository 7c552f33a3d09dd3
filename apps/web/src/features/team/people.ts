import { roleKey } from '../../data/access.ts';
import type { Invitation, Member } from '../../data/members.ts';
import type { Show } from './search.ts';

/** Someone who is in the workspace, or is on the way in. */
export interface Person {
  id: string;
  /** Of someone invited only the address is known. */
  name: string;
  email: string;
  role: string;
  roleId: string | null;
  roleName: string | null;
  since: string;
  state: 'active' | 'invited' | 'expired';
  member?: Member;
  invitation?: Invitation;
}

export function peopleOf(
  members: readonly Member[],
  invitations: readonly Invitation[],
  now: Date,
): Person[] {
  return [...members.map(ofMember), ...invitations.map((one) => ofInvitation(one, now))];
}

function ofMember(member: Member): Person {
  const { userId, name, email, role, roleId, roleName, joinedAt } = member;
  return { id: userId, name, email, role, roleId, roleName, since: joinedAt, state: 'active', member };
}

function ofInvitation(invitation: Invitation, now: Date): Person {
  const { invitationId, email, role, roleId, roleName, createdAt, expiresAt } = invitation;
  const state = new Date(expiresAt) > now ? 'invited' : 'expired';
  return { id: invitationId, name: '', email, role, roleId, roleName, since: createdAt, state, invitation };
}

interface Wanted {
  q?: string | undefined;
  show?: Show | undefined;
  role?: string | undefined;
}

export function choosePeople(people: readonly Person[], { q = '', show, role }: Wanted): Person[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    if (show === 'members' && !person.member) return false;
    if (show === 'invited' && !person.invitation) return false;
    if (role !== undefined && roleKey(person) !== role) return false;
    const text = `${person.name} ${person.email}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Without one nobody could manage the workspace again, so the server keeps the last one in place. */
export const isLastOwner = (members: readonly Member[], userId: string): boolean => {
  const owners = members.filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.userId === userId;
};
