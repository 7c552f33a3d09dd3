import type { QueryClient } from '@tanstack/react-query';
import {
  invitationsQuery,
  membersQuery,
  rolesQuery,
  type CustomRole,
  type Invitation,
  type Member,
} from '../../data/members.ts';
import { patchQuery, refetchQuery } from '../../data/patch-query.ts';
import { accountQuery } from '../../data/session.ts';
import type { LiveEvent } from '../../data/stream.ts';

type EventOf<Type extends LiveEvent['type']> = Extract<LiveEvent, { type: Type }>;

export function applyMemberEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (event.type === 'member.joined') applyJoined(event, queryClient);
  if (event.type === 'member.role_changed') applyRoleChanged(event, queryClient);
  if (event.type === 'member.renamed') applyRenamed(event, queryClient);
  if (event.type === 'member.removed') applyRemoved(event, queryClient);
  // When its link expires is not in the event.
  if (event.type === 'member.invited') refetchQuery(queryClient, invitationsQuery);
}

function applyJoined({ data, at }: EventOf<'member.joined'>, queryClient: QueryClient): void {
  const roleName = nameOfRole(queryClient, data.roleId);
  const member: Member = { ...data, roleName, joinedAt: at };
  patchQuery<Member[]>(queryClient, membersQuery, (all) => [
    ...all.filter((one) => one.userId !== data.userId),
    member,
  ]);
  patchQuery<Invitation[]>(queryClient, invitationsQuery, (all) =>
    all.filter((one) => one.email !== data.email),
  );
  if (data.roleId !== null) recountRole(queryClient, roleName);
}

function applyRoleChanged({ data }: EventOf<'member.role_changed'>, queryClient: QueryClient): void {
  const { userId, role, roleId } = data;
  const roleName = nameOfRole(queryClient, roleId);
  patchMember(queryClient, userId, (member) => ({ ...member, role, roleId, roleName }));
  recountRole(queryClient, roleId === null ? '' : roleName);
  refetchOwnAccount(queryClient, userId);
}

function applyRenamed({ data: { userId, name } }: EventOf<'member.renamed'>, queryClient: QueryClient): void {
  patchMember(queryClient, userId, (member) => ({ ...member, name }));
  refetchOwnAccount(queryClient, userId);
}

function applyRemoved({ data: { userId } }: EventOf<'member.removed'>, queryClient: QueryClient): void {
  patchQuery<Member[]>(queryClient, membersQuery, (all) => all.filter((one) => one.userId !== userId));
  // Which role they had is not said, so how many hold it has to be asked.
  refetchQuery(queryClient, rolesQuery);
  refetchOwnAccount(queryClient, userId);
}

export function applyInvitationEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (event.type !== 'invitation.withdrawn') return;
  patchQuery<Invitation[]>(queryClient, invitationsQuery, (all) =>
    all.filter((one) => one.invitationId !== event.data.invitationId),
  );
}

export function applyRoleEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (event.type === 'role.removed') {
    patchQuery<CustomRole[]>(queryClient, rolesQuery, (all) =>
      all.filter((one) => one.roleId !== event.data.roleId),
    );
  }
  // What a role allows is not in the event; its name is, and stands beside everyone who has it.
  if (event.type === 'role.created') refetchQuery(queryClient, rolesQuery);
  if (event.type === 'role.updated') applyRoleUpdated(event, queryClient);
}

function applyRoleUpdated({ data }: EventOf<'role.updated'>, queryClient: QueryClient): void {
  const renamed = <Held extends Member | Invitation>(all: Held[]) =>
    all.map((one) => (one.roleId === data.roleId ? { ...one, roleName: data.name } : one));
  patchQuery<Member[]>(queryClient, membersQuery, renamed);
  patchQuery<Invitation[]>(queryClient, invitationsQuery, renamed);
  refetchQuery(queryClient, rolesQuery);
  refetchQuery(queryClient, accountQuery);
}

function patchMember(queryClient: QueryClient, userId: string, change: (member: Member) => Member): void {
  patchQuery<Member[]>(queryClient, membersQuery, (all) =>
    all.map((one) => (one.userId === userId ? change(one) : one)),
  );
}

function nameOfRole(queryClient: QueryClient, roleId: string | null): string | null {
  const roles = queryClient.getQueryData(rolesQuery.queryKey);
  return roles?.find((role) => role.roleId === roleId)?.name ?? null;
}

/** How many hold each role has changed; a name that is not known here comes with the members. */
function recountRole(queryClient: QueryClient, roleName: string | null): void {
  refetchQuery(queryClient, rolesQuery);
  if (roleName === null) refetchQuery(queryClient, membersQuery);
}

/** What this very person may do, or is called, has changed: the rail and every page follow the account. */
function refetchOwnAccount(queryClient: QueryClient, userId: string): void {
  const own = queryClient.getQueryData(accountQuery.queryKey)?.userId;
  if (own === userId) refetchQuery(queryClient, accountQuery);
}
