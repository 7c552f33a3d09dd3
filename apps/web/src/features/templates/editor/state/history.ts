/** What was, is and can be again. Typing in one field within a moment is one step. */
export interface History<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
  last: { label: string; at: number } | null;
}

export type Step<Value> =
  | { type: 'change'; to: (now: Value) => Value; label: string; at: number }
  | { type: 'undo' }
  | { type: 'redo' };

const together = 1_200;
const mostSteps = 300;

export const begin = <Value>(present: Value): History<Value> => ({
  past: [],
  present,
  future: [],
  last: null,
});

export function step<Value>(history: History<Value>, next: Step<Value>): History<Value> {
  const { past, present, future } = history;
  if (next.type === 'undo') {
    const before = past.at(-1);
    if (before === undefined) return history;
    return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
  }
  if (next.type === 'redo') {
    const [after, ...rest] = future;
    if (after === undefined) return history;
    return { past: [...past, present], present: after, future: rest, last: null };
  }
  const to = next.to(present);
  if (to === present) return history;
  const { label, at } = next;
  const goesOn = history.last?.label === label && at - history.last.at < together;
  return {
    past: goesOn ? past : [...past, present].slice(-mostSteps),
    present: to,
    future: [],
    last: { label, at },
  };
}
