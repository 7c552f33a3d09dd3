const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const caps: Record<string, string> = {
  mod: apple ? '⌘' : 'Ctrl',
  shift: apple ? '⇧' : 'Shift',
  alt: apple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
};

/** "mod+shift+k" → caps pressed together; "g h" → caps pressed one after the other. */
export function keyCaps(keys: string): string[] {
  return keys
    .split(/[ +]/)
    .filter((key) => key !== '')
    .map((key) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
