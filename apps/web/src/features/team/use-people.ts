import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { invitationsQuery, membersQuery } from '../../data/members.ts';
import { useNow } from '../../ui/display/clock.ts';
import type { TableSource } from '../../ui/table/table-source.ts';
import { peopleOf, type Person } from './people.ts';

/** Everyone who is in the workspace or on the way in. */
export function usePeople(): { people: readonly Person[]; source: TableSource } {
  const members = useQuery(membersQuery);
  const invitations = useQuery(invitationsQuery);
  const now = useNow().getTime();
  const people = useMemo(
    () => peopleOf(members.data ?? [], invitations.data ?? [], new Date(now)),
    [members.data, invitations.data, now],
  );
  const retry = () => void Promise.all([members.refetch(), invitations.refetch()]);
  const both = [members, invitations];
  const state = both.every(({ data }) => data !== undefined)
    ? 'ready'
    : both.some(({ isError }) => isError)
      ? 'failed'
      : 'loading';
  return { people, source: { state, retry } };
}
