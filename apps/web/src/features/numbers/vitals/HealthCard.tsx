import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { weightOf, type Concern } from '../health/concerns.ts';
import type { NumberHealth } from '../health/health-query.ts';
import { Failures } from './Failures.tsx';
import { GoodToKnow } from './GoodToKnow.tsx';
import { vitalMessages } from './messages.ts';
import { MetaSays } from './MetaSays.tsx';
import { Vitals } from './Vitals.tsx';

interface HealthCardProps {
  health: NumberHealth | undefined;
  concerns: readonly Concern[];
  daysLeft: number;
  isError: boolean;
  retrying: boolean;
  onRetry: () => void;
}

/** Everything that is measured of a number, in one place. */
export function HealthCard({ health, concerns, daysLeft, isError, retrying, onRetry }: HealthCardProps) {
  const t = useT(vitalMessages);
  const notes = concerns.filter((concern) => weightOf(concern) === 'note');
  return (
    <Card title={t('title')}>
      {health ? (
        <div className="grid gap-5">
          <Vitals health={health} />
          {notes.length > 0 && <GoodToKnow notes={notes} daysLeft={daysLeft} />}
          {health.meta && <MetaSays meta={health.meta} />}
          <Failures failures={health.errors} />
        </div>
      ) : isError ? (
        <ErrorState title={t('failed')} onRetry={onRetry} retrying={retrying} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Card>
  );
}
