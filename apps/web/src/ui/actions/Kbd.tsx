import { classes } from '../classes.ts';
import { keyCaps } from './key-caps.ts';

interface KbdProps {
  keys: string;
  /** Also where there is likely no keyboard: in the list of keys itself. */
  always?: boolean;
}

/** Keys as a person sees them on this machine's keyboard: "mod+k" is ⌘ K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys, always = false }: KbdProps) {
  return (
    <span
      className={classes('inline-flex items-center gap-0.5 align-middle', !always && 'pointer-coarse:hidden')}
    >
      {keyCaps(keys).map((cap, place, all) => (
        <kbd
          // A key may be pressed twice ("g g"), so what came before it tells them apart.
          key={all.slice(0, place + 1).join(' ')}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong/70 bg-surface px-1 font-sans text-2xs font-medium text-ink-2"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
