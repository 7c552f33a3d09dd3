import { dateTag, useLocale } from '../../../../i18n/locale.ts';
import { formatNumber } from '../../../../i18n/format-number.ts';
import { useT } from '../../../../i18n/use-t.ts';
import type { FieldValue } from '../queries.ts';
import { factMessages } from './messages.ts';

interface OwnValueProps {
  kind: string;
  value: FieldValue;
}

/** A value of an own field as people read it. */
export function OwnValue({ kind, value }: OwnValueProps) {
  const t = useT(factMessages);
  const locale = useLocale();
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return formatNumber(value, locale, { maximumFractionDigits: 10 });
  if (Array.isArray(value)) return value.join(', ');
  if (kind === 'date') {
    const day = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return value;
    const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(dateTag(locale), style).format(day);
  }
  if (kind === 'link' && /^https?:\/\//.test(value)) {
    return (
      <a
        href={value}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="rounded-sm text-accent-ink underline decoration-accent-line underline-offset-3"
      >
        {value.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      </a>
    );
  }
  return value;
}
