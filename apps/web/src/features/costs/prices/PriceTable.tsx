import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { asDate, today } from '../../../ui/dates/day.ts';
import { useNow } from '../../../ui/display/clock.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { priceText } from '../money.ts';
import { useCostWords } from '../use-cost-words.ts';
import { byPlace, keyOf, standingsOn } from './in-force.ts';
import { priceMessages } from './messages.ts';
import type { Price } from './prices-query.ts';
import { RemovePrice } from './RemovePrice.tsx';
import { useCountryName } from './use-country-name.ts';

interface PriceTableProps {
  title: string;
  prices: readonly Price[];
  /** When they are for several. */
  withCountry: boolean;
  removable?: boolean;
}

/** Dated prices: the one that holds today stands out. */
export function PriceTable({ title, prices, withCountry, removable = false }: PriceTableProps) {
  const t = useT(priceMessages);
  const say = useCostWords();
  const locale = useLocale();
  const countryOf = useCountryName();
  const standings = standingsOn(today(locale.zone, useNow()), prices);
  const head = 'py-1.5 pe-3 text-start font-normal';
  return (
    <table aria-label={title} className="w-full text-body">
      <thead className="text-sm text-ink-3">
        <tr>
          <th scope="col" className={head}>
            {t('category')}
          </th>
          <th scope="col" className={head}>
            {t('from')}
          </th>
          <th scope="col" className="py-1.5 text-end font-normal">
            {t('price')}
          </th>
          {removable && <th aria-hidden />}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {prices.toSorted(byPlace).map((price) => {
          const standing = standings.get(keyOf(price));
          return (
            <tr key={keyOf(price)} className={standing === 'past' ? 'text-ink-3' : undefined}>
              <th scope="row" className="py-2 pe-3 text-start align-top font-normal">
                <span className="block">{say('category', price.category)}</span>
                {withCountry && <span className="block text-sm text-ink-2">{countryOf(price.country)}</span>}
                {price.note && <span className="block text-sm wrap-anywhere text-ink-2">{price.note}</span>}
              </th>
              <td className="py-2 pe-3 align-top">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 whitespace-nowrap">
                  {formatDate(asDate(price.validFrom), 'dayYear', { ...locale, zone: 'UTC' })}
                  {standing === 'past' && <span className="text-sm text-ink-3">{t('past')}</span>}
                  {standing === 'later' && <Badge tone="info">{t('toCome')}</Badge>}
                </span>
              </td>
              <td
                className={classes(
                  'py-2 text-end align-top whitespace-nowrap tabular-nums',
                  standing === 'today' && 'font-medium',
                )}
              >
                {priceText(price.micros, price.currency, locale)}
              </td>
              {removable && (
                <td className="w-0 py-1 ps-3 text-end align-top">
                  <RemovePrice price={price} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
