import type { Tone } from './tones.ts';

export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  /** Takes the action back. The toast waits longer for it. */
  undo?: (() => void | Promise<void>) | undefined;
}

type Listener = () => void;

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<Listener>();

/** Says what has just happened, from anywhere: a component, a mutation, a command. */
export function toast(text: string, options: { tone?: Tone; undo?: Toast['undo'] } = {}): number {
  last += 1;
  // Three at most: an older one has been read or never will be.
  publish([...shown, { id: last, text, tone: options.tone ?? 'neutral', undo: options.undo }].slice(-3));
  return last;
}

export function dismissToast(id: number): void {
  publish(shown.filter((one) => one.id !== id));
}

export function subscribeToasts(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function readToasts(): readonly Toast[] {
  return shown;
}

function publish(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}
