import { classes } from '../classes.ts';

interface MeterProps {
  /** What is measured: "Free replies this month". */
  label: string;
  value: number;
  most: number;
  /** Said with it, as it also stands beside it: "640 of 1,000". */
  text: string;
  tone?: 'accent' | 'warn' | 'bad';
  /** Not used yet but spoken for, drawn paler behind the rest. */
  next?: number;
}

const fills = { accent: 'bg-accent', warn: 'bg-warn', bad: 'bg-bad' };

/** How much of a limit is used: a quiet bar beside the number that says the same. */
export function Meter({ label, value, most, text, tone = 'accent', next = 0 }: MeterProps) {
  const part = (count: number): string => `${Math.min(100, most === 0 ? 0 : (count / most) * 100)}%`;
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(value, most)}
      aria-valuetext={text}
      className="relative block h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      {next > 0 && (
        <span
          className={classes('absolute inset-y-0 start-0 opacity-35', fills[tone])}
          style={{ width: part(value + next) }}
        />
      )}
      {value > 0 && (
        <span
          className={classes('absolute inset-y-0 start-0 min-w-1 rounded-full', fills[tone])}
          style={{ width: part(value) }}
        />
      )}
    </span>
  );
}
