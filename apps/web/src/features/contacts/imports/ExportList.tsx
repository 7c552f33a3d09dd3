import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { buttonLook } from '../../../ui/actions/button-look.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { importMessages } from './messages.ts';
import { exportsQuery, type Export } from './queries.ts';
import { StateBadge } from './StateBadge.tsx';

export function ExportList() {
  const t = useT(importMessages);
  const {
    data: exports,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...exportsQuery,
    // Links are good for a quarter of an hour.
    refetchInterval: 10 * 60_000,
  });
  return (
    <Card title={t('exports')}>
      {exports === undefined && error === null && <SkeletonLines lines={3} />}
      {exports === undefined && error !== null && (
        <ErrorState title={t('failedToLoad')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {exports?.length === 0 && <p className="text-ink-2">{t('noExports')}</p>}
      <ul className="grid divide-y divide-line">
        {exports?.map((each) => (
          <ExportLine key={each.exportId} shown={each} />
        ))}
      </ul>
    </Card>
  );
}

function ExportLine({ shown }: { shown: Export }) {
  const t = useT(importMessages);
  const { state, total, done, by, createdAt, endsAt, link } = shown;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium">{t('people', { count: total })}</span>
        <span className="text-sm text-ink-2">
          {by && `${by} · `}
          <Time at={createdAt} />
          {link && <> · {t.rich('exportUntil', { day: <Time at={endsAt} as="day" /> })}</>}
        </span>
        {state === 'running' && <Progress label={t('writing')} done={done} total={Math.max(total, 1)} />}
      </span>
      {link ? (
        <a href={link} download className={buttonLook('plain', 'small')}>
          <Download aria-hidden className="size-4 shrink-0" />
          {t('downloadExport')}
        </a>
      ) : (
        <StateBadge state={state} />
      )}
    </li>
  );
}
