import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { toneSoft, type Tone } from '../feedback/tones.ts';

interface BadgeProps {
  tone?: Tone;
  children: ReactNode;
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
        toneSoft[tone],
      )}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
