import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { dateTag, useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../actions/IconButton.tsx';
import { uiMessages } from '../messages.ts';
import { asDate, monthWeeks, type Day, type DayRange } from './day.ts';
import { DayButton } from './DayButton.tsx';
import { useMonth } from './use-month.ts';

interface MonthGridProps {
  range: DayRange;
  /** Days after this cannot be chosen. */
  last?: Day;
  now: Day;
  onPick: (day: Day) => void;
}

/** A month to choose days from. */
export function MonthGrid({ range, last, now, onPick }: MonthGridProps) {
  const t = useT(uiMessages);
  const tag = dateTag(useLocale());
  const grid = useRef<HTMLTableElement>(null);
  const { day: focused, turn } = useMonth(grid, range.to, last);
  const weeks = monthWeeks(focused);
  const title = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    asDate(focused),
  );
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'narrow', timeZone: 'UTC' });
  const weekdayLong = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });

  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between">
        <IconButton size="small" icon={ChevronLeft} label={t('previousMonth')} onClick={() => turn(-1)} />
        <span aria-live="polite" className="text-sm font-medium">
          {title}
        </span>
        <IconButton size="small" icon={ChevronRight} label={t('nextMonth')} onClick={() => turn(1)} />
      </div>
      <table ref={grid} aria-label={title} className="w-full border-collapse">
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th
                key={day}
                scope="col"
                abbr={weekdayLong.format(asDate(day))}
                className="h-7 text-xs font-medium text-ink-3"
              >
                {weekday.format(asDate(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayButton
                  key={day}
                  day={day}
                  range={range}
                  now={now}
                  outside={day.slice(0, 7) !== focused.slice(0, 7)}
                  disabled={last !== undefined && day > last}
                  tabbable={day === focused}
                  onPick={onPick}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
