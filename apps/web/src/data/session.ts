import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Permission } from '@trikon/contract';
import { api, ApiProblem, enterWorkspace } from './api.ts';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => api.account.get(),
  staleTime: 60_000,
});

export type Account = Awaited<ReturnType<typeof api.account.get>>;
export type OpenWorkspace = Account['workspaces'][number];

/** The end of the id is its random part: short enough for an address, and unique among a person's workspaces. */
export const workspaceAddress = (workspaceId: string): string => `/w/${workspaceId.slice(-8)}`;

/** The part of an address that names the workspace: `/w/3f2a9c41` of `/w/3f2a9c41/members`. Empty on public pages. */
export function addressedWorkspace(pathname: string): string {
  return /^\/w\/[0-9a-f]{8}(?=\/|$)/.exec(pathname)?.[0] ?? '';
}

/** Who is signed in, or null. */
export async function findAccount(queryClient: QueryClient): Promise<Account | null> {
  try {
    return await queryClient.ensureQueryData(accountQuery);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** The workspace that the address names; every call from now on is made in it. */
export function openWorkspace(account: Account, base: string): OpenWorkspace | undefined {
  const workspace = account.workspaces.find(({ workspaceId }) => workspaceAddress(workspaceId) === base);
  enterWorkspace(workspace?.workspaceId ?? null);
  return workspace;
}

export const allowsIn =
  (workspace: OpenWorkspace | undefined) =>
  (permission: string): boolean =>
    workspace?.permissions.includes(permission as Permission) ?? false;

let leftAt = -Infinity;

/** Leaves everything of one person or workspace behind: another page load starts with empty caches. */
export function goTo(address: string): Promise<never> {
  // Signing out makes everything that is under way fail, and each failure wants to lead to the sign-in too: the
  // first wish counts. For a moment only, since a person may refuse to leave a form.
  if (performance.now() - leftAt > 2_000) {
    leftAt = performance.now();
    window.location.assign(address);
  }
  // The page is on its way out; nothing after this may run.
  return new Promise(() => {});
}
