import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { numberMessages } from '../messages.ts';

/** How many people conversations may be begun with in 24 hours. Meta's TIER_2K is 2,000. */
export function useLimit(): (limit: string | null) => string {
  const t = useT(numberMessages);
  const locale = useLocale();
  return (limit) => {
    if (limit === null || limit === 'TIER_NOT_SET') return t('unknown');
    if (limit === 'TIER_UNLIMITED' || limit === 'UNTIERED') return t('unlimited');
    const [, digits, thousands] = /^TIER_(\d+)(K?)$/.exec(limit) ?? [];
    if (digits === undefined) return limit;
    return formatNumber(Number(digits) * (thousands ? 1000 : 1), locale);
  };
}
