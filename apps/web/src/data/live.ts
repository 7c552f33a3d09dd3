import type { QueryClient } from '@tanstack/react-query';
import type { EventType } from '@trikon/contract';

export interface LiveEvent {
  eventId: string;
  type: EventType;
  at: string;
  actor: { kind: string; id: string };
  data: Record<string, unknown>;
}

/** Brings what is on screen to where a reload would put it. One per noun, registered by its feature. */
export type ApplyEvent = (event: LiveEvent, queryClient: QueryClient) => void;

const appliers = new Map<string, Set<ApplyEvent>>();

/** `onEvents('member', …)` hears member.joined, member.removed and the like. Returns how to stop. */
export function onEvents(noun: string, apply: ApplyEvent): () => void {
  const known = appliers.get(noun) ?? new Set();
  known.add(apply);
  appliers.set(noun, known);
  return () => known.delete(apply);
}

export function applyEvent(event: LiveEvent, queryClient: QueryClient): void {
  const noun = event.type.slice(0, event.type.indexOf('.'));
  for (const apply of appliers.get(noun) ?? []) apply(event, queryClient);
  for (const apply of appliers.get('*') ?? []) apply(event, queryClient);
}
