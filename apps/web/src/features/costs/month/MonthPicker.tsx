import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { costMessages } from '../messages.ts';
import { otherMonth, type Month } from './month.ts';
import { useMonthName } from './use-month-name.ts';

interface MonthPickerProps {
  month: Month;
  present: Month;
}

export function MonthPicker({ month, present }: MonthPickerProps) {
  const t = useT(costMessages);
  const nameOf = useMonthName();
  const navigate = useNavigate();
  const go = (to: Month): void =>
    void navigate({ to: '/costs', search: to === present ? {} : { month: to }, replace: true });
  return (
    <div className="flex items-center gap-1">
      <IconButton icon={ChevronLeft} label={t('previousMonth')} onClick={() => go(otherMonth(month, -1))} />
      <h2 aria-live="polite" className="min-w-36 text-center text-lg font-semibold">
        {nameOf(month)}
      </h2>
      <IconButton
        icon={ChevronRight}
        label={t('nextMonth')}
        disabled={month >= present}
        onClick={() => go(otherMonth(month, 1))}
      />
    </div>
  );
}
