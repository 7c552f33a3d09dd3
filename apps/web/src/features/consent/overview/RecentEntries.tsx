import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { OlderRows } from '../../../ui/table/OlderRows.tsx';
import { entryMessages } from '../entry-messages.ts';
import { purposeWords } from '../purpose-name.ts';
import { entriesQuery, purposesQuery, type LedgerEntry } from '../queries.ts';
import { overviewMessages } from './messages.ts';

export function RecentEntries() {
  const t = useT(overviewMessages);
  const { rows, source } = useAllPages(useInfiniteQuery(entriesQuery));
  return (
    <Card title={t('recent')}>
      {source.state === 'failed' ? (
        <ErrorState title={t('ledgerFailed')} {...(source.retry ? { onRetry: source.retry } : {})} />
      ) : source.state === 'loading' ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState title={t('recentNone')}>{t('recentNoneHelp')}</EmptyState>
      ) : (
        <ul aria-label={t('recent')} className="divide-y divide-line">
          {rows.map((entry) => (
            <EntryRow key={entry.entryId} entry={entry} />
          ))}
        </ul>
      )}
      <OlderRows source={source} word={t('older')} />
    </Card>
  );
}

function EntryRow({ entry }: { entry: LedgerEntry }) {
  const t = useT(overviewMessages);
  const says = useT(entryMessages);
  const { language } = useLocale();
  const nameOf = useContactName();
  const { data: purposes = [] } = useQuery(purposesQuery);
  const { contactId, kind, purpose, source, at, seal } = entry;
  const texts = purposes.find((each) => each.purpose === purpose)?.texts;
  const about =
    purpose === null
      ? null
      : purpose === '*'
        ? says('everything')
        : texts
          ? purposeWords(texts, language).name
          : purpose;
  const { name } = nameOf(entry);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
      <p className="min-w-0 wrap-anywhere">
        <Link to="/consent/contacts/$contactId" params={{ contactId }} aria-label={t('why', { name })}>
          {name}
        </Link>{' '}
        {says(kind)}
        {about && `: ${about}`} <span className="text-ink-2">{t('via', { source })}</span>
      </p>
      <p className="flex gap-3 text-sm text-ink-2 tabular-nums">
        <span>{seal ? says('sealed', { seq: seal.seq }) : says('waiting')}</span>
        <Time at={at} />
      </p>
    </li>
  );
}
