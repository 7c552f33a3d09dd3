import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';

interface ProgressProps {
  label: string;
  done: number;
  total: number;
}

/** Waiting that can be counted: a bar with its number. */
export function Progress({ label, done, total }: ProgressProps) {
  const t = useT(uiMessages);
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4 text-sm">
        <span className="text-ink">{label}</span>
        <span className="text-ink-2">{t('loaded', { done, total })}</span>
      </div>
      <progress aria-label={label} max={total} value={done} className="progress h-1.5 w-full" />
    </div>
  );
}
