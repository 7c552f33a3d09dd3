import { useMemo } from 'react';
import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { useStatusWords } from '../use-status-words.ts';
import { scorecardMessages } from './messages.ts';
import type { ScoreRow, ShownRate } from './queries.ts';
import { RateText } from './RateText.tsx';

export function ScoreTable({ rows }: { rows: readonly ScoreRow[] }) {
  const t = useT(scorecardMessages);
  const columns = useColumns();
  const model = useDataTable({
    rows,
    columns,
    rowId: ({ templateId, versionId }) => `${templateId} ${versionId}`,
  });
  return (
    <div className="flex h-96 flex-col">
      <DataTable
        model={model}
        label={t('list')}
        source={{ state: 'ready' }}
        empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
      />
    </div>
  );
}

const rates = ['delivered', 'read', 'readCorrected', 'replied', 'pressed', 'optedOut', 'blocked'] as const;

function useColumns(): readonly Column<ScoreRow>[] {
  const t = useT(scorecardMessages);
  const words = useStatusWords();
  const locale = useLocale();
  return useMemo((): Column<ScoreRow>[] => {
    const headers = { ...keysOf(rates), readCorrected: 'corrected' } as const;
    const rateColumn = (name: (typeof rates)[number]): Column<ScoreRow> => ({
      id: name,
      header: t(headers[name]),
      value: (row) => sureShare(row[name]),
      cell: (row) => <RateText rate={row[name]} />,
      width: 132,
    });
    return [
      {
        id: 'family',
        header: t('template'),
        value: ({ family }) => family,
        cell: (row) => <NameOf row={row} />,
        fixed: true,
        width: 220,
        grow: 2,
        card: 'title',
      },
      { id: 'language', header: t('language'), value: ({ language }) => language, width: 90 },
      { id: 'version', header: t('version'), value: ({ version }) => version, width: 90 },
      {
        id: 'sent',
        header: t('sent'),
        value: ({ sent }) => sent,
        cell: ({ sentWeek, sent }) => `${formatNumber(sentWeek, locale)} / ${formatNumber(sent, locale)}`,
        width: 140,
      },
      ...rates.map(rateColumn),
      {
        id: 'quality',
        header: t('quality'),
        value: ({ quality }) => quality,
        cell: ({ quality }) => {
          const shown = words.quality(quality);
          return shown && <StatusDot {...shown} />;
        },
        width: 120,
      },
      {
        id: 'rules',
        header: t('rules'),
        value: ({ activeRules }) => activeRules.length,
        cell: (row) => <Holds row={row} />,
        width: 170,
        card: 'corner',
      },
    ];
  }, [t, words, locale]);
}

const keysOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Each in Name]: Each };

const sureShare = (rate: ShownRate | null): number | null => (rate?.sure === true ? rate.share : null);

function NameOf({ row: { familyId, family } }: { row: ScoreRow }) {
  if (familyId === null) return <>{family}</>;
  return (
    <Link to="/templates/$familyId" params={{ familyId }}>
      {family}
    </Link>
  );
}

/** What holds a template back now. */
export function Holds({ row: { held, dailyMost, insteadOf } }: { row: ScoreRow }) {
  const t = useT(scorecardMessages);
  const locale = useLocale();
  return (
    <span className="inline-flex flex-wrap gap-1">
      {held && (
        <Badge tone="warn">{insteadOf === null ? t('held') : t('instead', { name: insteadOf })}</Badge>
      )}
      {!held && dailyMost !== null && (
        <Badge tone="info">{t('paced', { count: formatNumber(dailyMost, locale) })}</Badge>
      )}
    </span>
  );
}
