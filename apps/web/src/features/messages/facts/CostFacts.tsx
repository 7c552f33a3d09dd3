import { formatMicros } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { lifeMessages } from '../life/messages.ts';
import type { Message } from '../queries.ts';
import { FactList } from './FactList.tsx';
import { readPrice } from './read-price.ts';

const words = [
  'marketing',
  'utility',
  'authentication',
  'service',
  'regular',
  'free_customer_service',
  'free_entry_point',
] as const;

/** What it was expected to cost, and what WhatsApp charged. */
export function CostFacts({ message: { estimatedMicros, currency, price, category } }: { message: Message }) {
  const t = useT(lifeMessages);
  const locale = useLocale();
  const charged = readPrice(price);
  /** Meta’s word for what nobody has a better one for. */
  const inWords = (meta: string): string => {
    const known = words.find((one) => one === meta);
    return known ? t(known) : meta;
  };
  const money = (micros: number, unit: string | null): string =>
    micros === 0 ? t('free') : unit === null ? t('unpriced') : formatMicros(micros, unit, locale);
  const actual =
    charged === null
      ? t('notTold')
      : charged.micros === null
        ? t('unpriced')
        : money(charged.micros, charged.currency);
  const said = charged?.category ?? category;
  const kind = charged?.type;
  return (
    <Card title={t('cost')} description={charged?.delivered === false ? t('onDelivery') : undefined}>
      <FactList
        facts={[
          [t('estimate'), estimatedMicros === null ? t('noPrice') : money(estimatedMicros, currency)],
          [t('actual'), actual],
          ...(said ? [[t('category'), inWords(said)] as const] : []),
          ...(kind ? [[t('pricing'), inWords(kind)] as const] : []),
        ]}
      />
    </Card>
  );
}
