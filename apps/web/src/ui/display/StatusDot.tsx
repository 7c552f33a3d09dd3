import { classes } from '../classes.ts';
import type { Tone } from '../feedback/tones.ts';

const fills: Record<Tone, string> = {
  neutral: 'bg-transparent ring-2 ring-control ring-inset',
  accent: 'bg-accent',
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
  info: 'bg-info',
};

interface StatusDotProps {
  tone: Tone;
  /** The state in a word; colour alone never carries it. */
  label: string;
  /** The word is said nearby: keep it for those who cannot see the dot. */
  hideLabel?: boolean;
}

export function StatusDot({ tone, label, hideLabel = false }: StatusDotProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={classes('size-2 shrink-0 rounded-full', fills[tone])} />
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </span>
  );
}
