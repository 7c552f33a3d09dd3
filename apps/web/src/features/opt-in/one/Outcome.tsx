import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { kindMessages } from '../kind-messages.ts';
import { hasForm } from '../kinds.ts';
import { Counts } from '../list/PointRow.tsx';
import { optInMessages } from '../messages.ts';
import type { Point } from '../queries.ts';

type Reason = Exclude<keyof typeof kindMessages.en, `${string}Help`>;

/** What stands in its way, and what came of it. */
export function Outcome({ point }: { point: Point }) {
  const t = useT(optInMessages);
  const kind = useT(kindMessages);
  const { counts, notice, doubleOptIn } = point;
  const reasons = Object.entries(counts.refusedFor).toSorted(([, a], [, b]) => b - a);
  return (
    <>
      {notice === null && <Banner tone="warn">{t('noNotice')}</Banner>}
      {hasForm(point.kind) && point.kind !== 'counter' && !doubleOptIn && (
        <Banner tone="info">
          {t('openForAnyone')}{' '}
          <Link
            to="/opt-in/$entryPointId"
            params={{ entryPointId: point.entryPointId }}
            search={{ edit: true }}
          >
            {t('edit')}
          </Link>
        </Banner>
      )}
      <Card title={t('came')} description={t('days')}>
        <div className="grid gap-4">
          <Counts counts={counts} />
          {reasons.length > 0 && (
            <p className="text-sm text-ink-2">
              {t('why')}:{' '}
              {reasons.map(([reason, count]) => `${kind(reason as Reason)} (${count})`).join(', ')}
            </p>
          )}
        </div>
      </Card>
    </>
  );
}
