import type { QueryClient } from '@tanstack/react-query';
import { accountQuery, type OpenWorkspace } from './session.ts';
import { signInAgain } from './signed-out.ts';
import { EventStream, type LiveEvent, type StreamState } from './stream.ts';

/** Brings what is on screen to where a reload would put it. One per noun, registered by its feature. */
export type ApplyEvent = (event: LiveEvent, queryClient: QueryClient) => void;

const appliers = new Map<string, Set<ApplyEvent>>();

/** `onEvents('member', …)` hears member.joined, member.removed and the like, `'*'` everything. Returns how to stop. */
export function onEvents(noun: string, apply: ApplyEvent): () => void {
  const known = appliers.get(noun) ?? new Set();
  known.add(apply);
  appliers.set(noun, known);
  return () => known.delete(apply);
}

function applyEvent(event: LiveEvent, queryClient: QueryClient): void {
  const noun = event.type.slice(0, event.type.indexOf('.'));
  for (const apply of appliers.get(noun) ?? []) apply(event, queryClient);
  for (const apply of appliers.get('*') ?? []) apply(event, queryClient);
}

interface Following {
  workspace: OpenWorkspace;
  queryClient: QueryClient;
  onState: (state: StreamState) => void;
}

let followed: EventStream | undefined;

/** Keeps everything on screen as it is on the server. Called as often as one likes: a page load is one workspace. */
export function followWorkspace({ workspace, queryClient, onState }: Following): void {
  if (!workspace.permissions.includes('events.read')) return;
  // Once refused, it begins again with the next page that is entered while it is allowed.
  if (followed !== undefined) return followed.start();
  followed = new EventStream({
    workspaceId: workspace.workspaceId,
    onEvents: (events) => {
      for (const event of events) applyEvent(event, queryClient);
    },
    // The history is another one, as after a restored backup: nothing that was fetched before can be trusted.
    onReset: () => void queryClient.invalidateQueries(),
    onState,
    onRefused: (status) => {
      if (status === 401) return signInAgain();
      // Removed, or a role without the history: the account says which, and the page follows it.
      void queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
    },
  });
  followed.start();
}
