import { useState } from 'react';
import { formatDate } from '../../i18n/format-date.ts';
import { useLocale } from '../../i18n/locale.ts';
import { asDate, today, type Day } from './day.ts';
import { readDay } from './read-day.ts';

interface DayInputProps {
  label: string;
  day: Day;
  last: Day | undefined;
  onChange: (day: Day) => void;
}

/** A day typed in any usual way. The browser's own date field would show 11/04 for 4 November on many machines. */
export function DayInput({ label, day, last, onChange }: DayInputProps) {
  const locale = useLocale();
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? day : readDay(typed, locale.language, today(locale.zone));
  const wrong = read === null || (last !== undefined && read > last);
  const take = () => {
    if (wrong || read === null) return;
    setTyped(undefined);
    if (read !== day) onChange(read);
  };
  return (
    <label className="grid min-w-0 gap-1 text-xs font-medium text-ink-2">
      {label}
      <input
        autoComplete="off"
        aria-invalid={wrong || undefined}
        value={typed ?? formatDate(asDate(day), 'dayYear', { ...locale, zone: 'UTC' })}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
        className="field-edge h-8 w-full min-w-0 px-2 text-sm font-normal"
      />
    </label>
  );
}
