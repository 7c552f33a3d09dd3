import type { ReactNode, RefCallback } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { OlderRows } from '../../ui/table/OlderRows.tsx';
import type { TableSource } from '../../ui/table/table-source.ts';
import { outboxMessages } from './messages.ts';

interface LongListProps {
  label: string;
  source: TableSource;
  count: number;
  empty: ReactNode;
  /** What came while somebody reads, and waits to be let in. */
  newer?: { count: number; letIn: () => void };
  hold?: RefCallback<HTMLElement>;
  /** li elements. */
  children: ReactNode;
}

/** Lines of text that differ in height, newest first, older ones on demand. */
export function LongList({ label, source, count, empty, newer, hold, children }: LongListProps) {
  const t = useT(outboxMessages);
  if (source.state === 'failed')
    return <ErrorState title={t('failed')} {...(source.retry ? { onRetry: source.retry } : {})} />;
  return (
    <div ref={hold} className="min-w-0 rounded-lg border border-line bg-raised">
      {source.state === 'loading' && (
        <div className="p-pad">
          <SkeletonLines lines={6} />
        </div>
      )}
      {source.state === 'ready' && count === 0 && empty}
      {newer && newer.count > 0 && (
        <div className="border-b border-line p-1.5 text-center">
          <Button size="small" tone="quiet" onClick={newer.letIn}>
            {t('newOnes', { count: newer.count })}
          </Button>
        </div>
      )}
      {count > 0 && (
        <ul aria-label={label} className="divide-y divide-line">
          {children}
        </ul>
      )}
      <OlderRows source={source} word={t('more')} />
    </div>
  );
}
