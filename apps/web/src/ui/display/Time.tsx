import { formatDate, formatRelative, type DateStyle } from '../../i18n/format-date.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useNow } from './clock.ts';

interface TimeProps {
  /** An instant, as the API gives it. */
  at: string | Date;
  /** "3 min ago" unless a style is asked for. */
  as?: 'relative' | DateStyle;
}

/** In the workspace's zone; the exact instant is one hover away. */
export function Time({ at, as = 'relative' }: TimeProps) {
  const locale = useLocale();
  const now = useNow();
  const instant = typeof at === 'string' ? new Date(at) : at;
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatDate(instant, 'exact', locale)}
      className="whitespace-nowrap"
    >
      {as === 'relative' ? formatRelative(instant, now, locale) : formatDate(instant, as, locale)}
    </time>
  );
}
