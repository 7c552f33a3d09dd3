import type { QueryClient } from '@tanstack/react-query';
import { refetchQuery } from '../../data/patch-query.ts';
import { accountQuery } from '../../data/session.ts';
import type { LiveEvent } from '../../data/stream.ts';
import { workspaceQuery } from '../../data/workspace.ts';
import { signOnQuery } from './sign-on/sign-on-query.ts';

/** The event names what changed, not what it is now. The account carries the name, the zone and the currency. */
export function applyWorkspaceEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (event.type !== 'workspace.updated') return;
  refetchQuery(queryClient, workspaceQuery);
  refetchQuery(queryClient, accountQuery);
}

export function applySignOnEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchQuery(queryClient, signOnQuery);
}
