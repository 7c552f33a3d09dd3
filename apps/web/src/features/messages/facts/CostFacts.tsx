import { formatMicros } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { lifeMessages } from '../life/messages.ts';
import type { Message } from '../queries.ts';
import { FactList } from './FactList.tsx';
import { readPrice } from './read-price.ts';

/** What it was expected to cost, and what WhatsApp charged. */
export function CostFacts({ message: { estimatedMicros, currency, price, category } }: { message: Message }) {
  const t = useT(lifeMessages);
  const locale = useLocale();
  const charged = readPrice(price);
  const money = (micros: number, unit: string | null): string =>
    micros === 0 ? t('free') : unit === null ? t('unpriced') : formatMicros(micros, unit, locale);
  const actual =
    charged === null
      ? t('notTold')
      : charged.micros === null
        ? t('unpriced')
        : money(charged.micros, charged.currency);
  return (
    <Card title={t('cost')} description={charged?.delivered === false ? t('onDelivery') : undefined}>
      <FactList
        facts={[
          [t('estimate'), estimatedMicros === null ? t('noPrice') : money(estimatedMicros, currency)],
          [t('actual'), actual],
          ...((charged?.category ?? category)
            ? [[t('category'), charged?.category ?? category] as const]
            : []),
          ...(charged?.type ? [[t('pricing'), charged.type] as const] : []),
        ]}
      />
    </Card>
  );
}
