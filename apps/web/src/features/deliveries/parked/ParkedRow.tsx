import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { sizeText } from '../measures.ts';
import { deliveryMessages } from '../messages.ts';
import type { Delivery } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';
import { DiscardDelivery } from './DiscardDelivery.tsx';
import { RetryDelivery } from './RetryDelivery.tsx';
import { WhatCameOfIt } from './WhatCameOfIt.tsx';

interface ParkedRowProps {
  delivery: Delivery;
  isParked: boolean;
  /** Somebody else, or another try, has settled it; its row stays while the pointer is on the list. */
  isGone: boolean;
  isTried: boolean;
  onTried: () => void;
}

export function ParkedRow({ delivery, isParked, isGone, isTried, onTried }: ParkedRowProps) {
  const t = useT(deliveryMessages);
  const locale = useLocale();
  const kinds = useKindWords();
  const { deliveryId, receivedAt, size, holds } = delivery;
  return (
    <li className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-pad py-2.5 first:border-t first:border-line">
      <div className="grid min-w-0 flex-[1_1_14rem] gap-0.5">
        <Link
          to="/deliveries/$deliveryId"
          params={{ deliveryId }}
          className="justify-self-start wrap-anywhere"
        >
          {kinds.list(holds) || t('unreadable')}
        </Link>
        <span className="text-sm text-ink-2">
          <Time at={receivedAt} /> · {sizeText(size, locale)}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {isTried && <WhatCameOfIt deliveryId={deliveryId} />}
        {isGone && !isTried && <StatusDot tone="neutral" label={t('goneNow')} />}
        {isParked && (
          <>
            <RetryDelivery size="small" deliveryId={deliveryId} onTried={onTried} />
            <DiscardDelivery size="small" delivery={delivery} />
          </>
        )}
      </div>
    </li>
  );
}
