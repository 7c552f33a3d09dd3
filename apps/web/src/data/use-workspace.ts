import { useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '@trikon/contract';
import {
  accountQuery,
  addressedWorkspace,
  allowsIn,
  workspaceAddress,
  type Account,
  type OpenWorkspace,
} from './session.ts';

/** Who is signed in. The route that shows a page has made sure that someone is. */
export function useAccount(): Account {
  return useSuspenseQuery(accountQuery).data;
}

/** The workspace of the address, with what this person may do in it: follows a change of their role at once. */
export function useOpenWorkspace(): OpenWorkspace | undefined {
  const { workspaces } = useAccount();
  const base = addressedWorkspace(window.location.pathname);
  return workspaces.find(({ workspaceId }) => workspaceAddress(workspaceId) === base);
}

export function useAllows(): (permission: Permission) => boolean {
  return allowsIn(useOpenWorkspace());
}
