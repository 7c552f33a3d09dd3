/** What a key press is called in a command's `keys`: "mod+k", "shift+d", "?", "g". */
export function pressName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = names[event.key] ?? event.key.toLowerCase();
  // "?" already is shift and "/" on one keyboard and another pair on the next: only letters keep their shift.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  return [event.ctrlKey || event.metaKey ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key]
    .filter(Boolean)
    .join('+');
}

const names: Record<string, string> = {
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export type Match<Found> = { found: Found } | { waiting: string } | 'none';

/** Matches a press, after those still waiting for a second key ("g" of "g h"). */
export function matchKeys<Found extends { keys?: string }>(
  waiting: string,
  press: string,
  all: readonly Found[],
): Match<Found> {
  const typed = waiting ? `${waiting} ${press}` : press;
  const found = all.find((one) => one.keys === typed);
  if (found) return { found };
  if (all.some((one) => one.keys?.startsWith(`${typed} `))) return { waiting: typed };
  return waiting ? matchKeys('', press, all) : 'none';
}

/** Needs Ctrl, ⌘ or Alt: such keys work while typing, and stay when single keys are turned off. */
export function hasModifier(press: string): boolean {
  return /^(mod|alt)\+/.test(press);
}
