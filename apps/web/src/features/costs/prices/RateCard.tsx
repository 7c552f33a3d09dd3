import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { priceMessages } from './messages.ts';
import { PriceTable } from './PriceTable.tsx';
import type { Price } from './prices-query.ts';
import { useCountryName } from './use-country-name.ts';

/** The prices that come with the program, country by country. */
export function RateCard({ prices }: { prices: readonly Price[] }) {
  const t = useT(priceMessages);
  const countryOf = useCountryName();
  const groups = Object.entries(
    Object.groupBy(prices, ({ country, currency }) => t('cardOf', { country: countryOf(country), currency })),
  );
  return (
    <Card title={t('card')} description={t('cardHelp')}>
      <div className="grid gap-5">
        {groups.map(([title, group = []]) => (
          <section key={title} className="grid gap-1">
            <h3 className="text-sm font-medium">{title}</h3>
            <PriceTable title={title} prices={group} withCountry={false} />
          </section>
        ))}
      </div>
    </Card>
  );
}
