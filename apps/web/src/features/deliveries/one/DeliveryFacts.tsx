import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { FactList } from '../FactList.tsx';
import { tookIn } from '../list/took-in.ts';
import { sizeText, spanText } from '../measures.ts';
import { deliveryMessages } from '../messages.ts';
import type { WholeDelivery } from '../queries.ts';
import { useWhoDiscarded } from './use-who-discarded.ts';

export function DeliveryFacts({ delivery }: { delivery: WholeDelivery }) {
  const t = useT(deliveryMessages);
  const locale = useLocale();
  const { state, doneAt, size, attempts, discardedBy, deliveryId } = delivery;
  const who = useWhoDiscarded(discardedBy);
  const span = state === 'done' ? tookIn(delivery) : null;
  return (
    <FactList
      facts={[
        span !== null && [t('tookIn'), spanText(span, locale)],
        state === 'discarded' && doneAt && [t('discardedAt'), <Time key="done" at={doneAt} as="exact" />],
        who !== null && [t('discardedBy'), who],
        [t('size'), sizeText(size, locale)],
        attempts > 0 && [t('attempts'), t('times', { count: attempts })],
        [
          t('deliveryId'),
          <code key="id" className="font-mono text-sm">
            {deliveryId}
          </code>,
        ],
      ]}
    />
  );
}
