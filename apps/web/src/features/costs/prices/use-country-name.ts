import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { priceMessages } from './messages.ts';

export function useCountryName(): (country: string) => string {
  const t = useT(priceMessages);
  const { language } = useLocale();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (country) => (country === '*' ? t('everywhere') : (names.of(country) ?? country));
}
