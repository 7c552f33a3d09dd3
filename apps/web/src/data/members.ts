import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { everyPage } from './every-page.ts';

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => everyPage((page) => api.members.list(page, { signal })),
});
export type Member = Awaited<ReturnType<typeof api.members.list>>['items'][number];

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => everyPage((page) => api.invitations.list(page, { signal })),
});
export type Invitation = Awaited<ReturnType<typeof api.invitations.list>>['items'][number];

/** Custom roles; the built-in ones are in the contract. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => everyPage((page) => api.roles.list(page, { signal })),
});
export type CustomRole = Awaited<ReturnType<typeof api.roles.list>>['items'][number];
