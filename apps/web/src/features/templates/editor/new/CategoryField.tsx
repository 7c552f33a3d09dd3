import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../../data/use-workspace.ts';
import { formatNumber } from '../../../../i18n/format-number.ts';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { useNow } from '../../../../ui/display/clock.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import type { FieldBinding } from '../../../../ui/fields/field-context.ts';
import { RadioGroup } from '../../../../ui/fields/RadioGroup.tsx';
import { pricesQuery, type Category } from '../queries.ts';
import { newTemplateMessages } from './messages.ts';

const categories: Category[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

/** Explained by what it allows and by what it costs. */
export function CategoryField({ bind }: { bind: FieldBinding }) {
  const t = useT(newTemplateMessages);
  const priceOf = useIndianPrice();
  return (
    <Field label={t('category')} bind={bind} required>
      <RadioGroup
        cards
        choices={categories.map((value) => {
          const price = priceOf(value);
          const cost = price === null ? '' : t('price', { price });
          return { value, label: t(value), help: [t(`${value}_help`), cost].filter(Boolean).join(' ') };
        })}
      />
    </Field>
  );
}

/** Of today, for those who may see prices: the newest that is in force, the business’s own before the program’s. */
function useIndianPrice(): (category: Category) => string | null {
  const locale = useLocale();
  const mayRead = useAllows()('costs.read');
  const { data: prices = [] } = useQuery({ ...pricesQuery, enabled: mayRead });
  const today = useNow().toISOString().slice(0, 10);
  return (category) => {
    const [price] = prices
      .filter((one) => one.category === category.toLowerCase() && one.currency === 'INR')
      .filter((one) => one.country === 'IN' && one.validFrom <= today)
      .toSorted(
        (a, b) =>
          Number(b.entryId !== null) - Number(a.entryId !== null) || b.validFrom.localeCompare(a.validFrom),
      );
    if (!price) return null;
    return formatNumber(price.micros / 1_000_000, locale, {
      style: 'currency',
      currency: 'INR',
      maximumFractionDigits: 4,
    });
  };
}
