import { dateTag, useLocale } from '../../i18n/locale.ts';
import { classes } from '../classes.ts';
import { asDate, type Day, type DayRange } from './day.ts';

interface DayButtonProps {
  day: Day;
  range: DayRange;
  now: Day;
  /** Belongs to the month before or after the one on show. */
  outside: boolean;
  disabled: boolean;
  tabbable: boolean;
  onPick: (day: Day) => void;
}

export function DayButton({ day, range, now, outside, disabled, tabbable, onPick }: DayButtonProps) {
  const tag = dateTag(useLocale());
  const edge = day === range.from || day === range.to;
  const within = day >= range.from && day <= range.to;
  const name = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' }).format(asDate(day));
  return (
    <td
      className={classes(
        'p-0 py-px',
        within && 'bg-accent-soft [background-clip:content-box]',
        day === range.from && 'rounded-s-md',
        day === range.to && 'rounded-e-md',
      )}
    >
      <button
        type="button"
        data-day={day}
        aria-label={name}
        aria-pressed={edge}
        aria-current={day === now ? 'date' : undefined}
        disabled={disabled}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onPick(day)}
        className={classes(
          'grid h-8 w-full min-w-8 place-items-center rounded-md text-sm focus-visible:outline-2! disabled:bg-transparent pointer-coarse:h-10',
          edge ? 'bg-accent font-medium text-on-accent' : 'hover:bg-hover',
          !edge && (outside || disabled) && 'text-ink-3',
          !edge && day === now && 'font-semibold text-accent-ink',
        )}
      >
        {Number(day.slice(8))}
      </button>
    </td>
  );
}
