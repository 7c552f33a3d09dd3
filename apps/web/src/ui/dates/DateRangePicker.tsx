import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { dateTag, useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { uiMessages } from '../messages.ts';
import { Popover } from '../overlays/Popover.tsx';
import { asDate, rangeOf, today, type Day } from './day.ts';
import { DayInput } from './DayInput.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { PresetList } from './PresetList.tsx';
import { choiceRange, type DateChoice } from './presets.ts';

interface DateRangePickerProps {
  label: string;
  value: DateChoice;
  onChange: (choice: DateChoice) => void;
  /** Days to come may be chosen too: for plans rather than reports. */
  future?: boolean;
}

export function DateRangePicker({ label, value, onChange, future = false }: DateRangePickerProps) {
  const t = useT(uiMessages);
  const locale = useLocale();
  const now = today(locale.zone);
  const [open, setOpen] = useState(false);
  // After the first of two days: the range shown is that day until the second is chosen.
  const [first, setFirst] = useState<Day>();
  const range = first ? { from: first, to: first } : choiceRange(value, now);
  const days = new Intl.DateTimeFormat(dateTag(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shown = choiceRange(value, now);
  const text = typeof value === 'string' ? t(value) : days.formatRange(asDate(shown.from), asDate(shown.to));

  const change = (next: boolean) => {
    setOpen(next);
    setFirst(undefined);
  };
  const take = (choice: DateChoice) => {
    onChange(choice);
    change(false);
  };
  const pick = (day: Day) => (first ? take(rangeOf(first, day)) : setFirst(day));
  const type = (edge: 'from' | 'to', day: Day) =>
    onChange(edge === 'from' ? { from: day, to: day > shown.to ? day : shown.to } : rangeOf(shown.from, day));

  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={change}
      flush
      trigger={
        <Button icon={CalendarDays} aria-label={`${label}: ${text}`}>
          {text}
        </Button>
      }
    >
      <div className="flex max-sm:flex-col">
        <PresetList label={label} value={value} onTake={take} />
        <div className="grid gap-3 p-3 sm:w-72">
          <div className="grid grid-cols-2 gap-2">
            <DayInput
              label={t('from')}
              day={range.from}
              last={future ? undefined : now}
              onChange={(day) => type('from', day)}
            />
            <DayInput
              label={t('to')}
              day={range.to}
              last={future ? undefined : now}
              onChange={(day) => type('to', day)}
            />
          </div>
          <MonthGrid range={range} now={now} onPick={pick} {...(future ? {} : { last: now })} />
        </div>
      </div>
    </Popover>
  );
}
