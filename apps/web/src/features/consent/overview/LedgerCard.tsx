import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { CopyButton } from '../../../ui/actions/CopyButton.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { ledgerQuery, type Ledger } from '../queries.ts';
import { LastCheck } from './LastCheck.tsx';
import { LedgerActions } from './LedgerActions.tsx';
import { overviewMessages } from './messages.ts';

export function LedgerCard() {
  const t = useT(overviewMessages);
  const { data, isError, isFetching, refetch } = useQuery(ledgerQuery);
  return (
    <Card title={t('ledger')} description={t('ledgerHelp')}>
      {data ? (
        <div className="grid gap-4">
          <Facts ledger={data} />
          <LedgerActions ledger={data} />
        </div>
      ) : isError ? (
        <ErrorState title={t('ledgerFailed')} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Card>
  );
}

function Facts({ ledger }: { ledger: Ledger }) {
  const t = useT(overviewMessages);
  const { entries, waiting, oldestWaitingAt, checkpoint, verification, publicKey, keyId } = ledger;
  return (
    <dl className="grid gap-3">
      <Fact name={t('entries')}>{formatNumber(entries, useLocale())}</Fact>
      {waiting > 0 && (
        <Fact name={t('waiting')}>
          {oldestWaitingAt
            ? t.rich('waitingSince', { count: waiting, when: <Time at={oldestWaitingAt} /> })
            : waiting}
        </Fact>
      )}
      <Fact name={t('checkpoint')}>
        {checkpoint
          ? t.rich('checkpointOf', { seq: checkpoint.seq, when: <Time at={checkpoint.at} /> })
          : t('noCheckpoint')}
      </Fact>
      <Fact name={t('lastCheck')}>
        <LastCheck verification={verification} />
      </Fact>
      <Fact name={t('key')}>
        <span className="flex flex-wrap items-center gap-2">
          <code className="text-sm">{keyId}</code>
          <CopyButton value={publicKey} />
        </span>
        <p className="text-sm text-ink-2">{t('keyHelp')}</p>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </div>
  );
}
