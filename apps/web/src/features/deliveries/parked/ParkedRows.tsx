import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { OlderRows } from '../../../ui/table/OlderRows.tsx';
import { useSteadyRows } from '../../../ui/table/use-steady-rows.ts';
import { deliveryMessages } from '../messages.ts';
import { NewOnes } from '../NewOnes.tsx';
import { deliveriesQuery, type Delivery, type Reason } from '../queries.ts';
import { ParkedRow } from './ParkedRow.tsx';
import { withTried } from './with-tried.ts';

interface ParkedRowsProps {
  reason: Reason;
  label: string;
}

const idOf = ({ deliveryId }: Delivery): string => deliveryId;

export function ParkedRows({ reason, label }: ParkedRowsProps) {
  const t = useT(deliveryMessages);
  const [tried, setTried] = useState<readonly Delivery[]>([]);
  const { rows: parked, source } = useAllPages(
    useInfiniteQuery(deliveriesQuery({ state: 'parked', reason })),
  );
  const latest = useMemo(() => withTried(parked, tried), [parked, tried]);
  const { rows, waiting, gone, letIn, hold } = useSteadyRows(latest, idOf);
  const isParked = useMemo(() => new Set(parked.map(idOf)), [parked]);
  if (source.state === 'failed') return <ErrorState title={t('failed')} onRetry={source.retry} />;
  if (source.state === 'loading')
    return (
      <div className="border-t border-line p-pad">
        <SkeletonLines lines={3} />
      </div>
    );
  return (
    <div ref={hold} className="relative">
      <NewOnes waiting={waiting} letIn={letIn} />
      <ul aria-label={label} className="divide-y divide-line">
        {rows.map((delivery) => (
          <ParkedRow
            key={delivery.deliveryId}
            delivery={delivery}
            isParked={isParked.has(delivery.deliveryId)}
            isGone={gone.has(delivery.deliveryId)}
            isTried={tried.some(({ deliveryId }) => deliveryId === delivery.deliveryId)}
            onTried={() => setTried((all) => withTried([delivery], all))}
          />
        ))}
      </ul>
      <OlderRows source={source} word={t('more')} />
    </div>
  );
}
