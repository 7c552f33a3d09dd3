import { useEffect, useId, useSyncExternalStore } from 'react';
import type { Command, CommandSource } from './command.ts';

interface Registered {
  commands: readonly Command[];
  sources: readonly CommandSource[];
}

const owners = new Map<string, Registered>();
const listeners = new Set<() => void>();
let all: Registered = { commands: [], sources: [] };

/** Registers while the calling component is on the page. Keep the list in a useMemo: a new array registers anew. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  useEffect(() => register(owner, { commands, sources: [] }), [owner, commands]);
}

export function useCommandSource(source: CommandSource): void {
  const owner = useId();
  useEffect(() => register(owner, { commands: [], sources: [source] }), [owner, source]);
}

export function useRegistered(): Registered {
  return useSyncExternalStore(subscribe, readRegistered);
}

export function readRegistered(): Registered {
  return all;
}

function register(owner: string, registered: Registered): () => void {
  owners.set(owner, registered);
  publish();
  return () => {
    owners.delete(owner);
    publish();
  };
}

function publish(): void {
  // The page mounted last comes first: its own commands are what a person most likely wants.
  const latest = [...owners.values()].toReversed();
  all = { commands: latest.flatMap((one) => one.commands), sources: latest.flatMap((one) => one.sources) };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
