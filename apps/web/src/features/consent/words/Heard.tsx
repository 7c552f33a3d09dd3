import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { OlderRows } from '../../../ui/table/OlderRows.tsx';
import { useLanguageName } from './language-name.ts';
import { wishMessages } from './messages.ts';
import { heardQuery } from './queries.ts';

/** Who asked for what, and what was on its way already when they did. */
export function Heard() {
  const t = useT(wishMessages);
  const nameOf = useContactName();
  const languageOf = useLanguageName();
  const { rows, source } = useAllPages(useInfiniteQuery(heardQuery));
  return (
    <Card title={t('heardTitle')}>
      {source.state === 'failed' && (
        <ErrorState title={t('failed')} {...(source.retry ? { onRetry: source.retry } : {})} />
      )}
      {source.state === 'loading' && <SkeletonLines lines={4} />}
      {source.state === 'ready' && rows.length === 0 && (
        <EmptyState icon={MessageSquareOff} title={t('noneHeard')}>
          {t('noneHeardHelp')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={t('heardTitle')} className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.messageId} className="grid gap-0.5 py-2.5">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium wrap-anywhere">{nameOf(row).name}</span>
                <Badge tone={row.wish === 'start' || row.wish === 'agree' ? 'good' : 'neutral'}>
                  {t(`wish_${row.wish}`)}
                </Badge>
              </p>
              <p className="flex flex-wrap gap-x-2 text-sm text-ink-2">
                <Time at={row.heardAt} />
                <span>{languageOf(row.language)}</span>
                {row.underWay > 0 && <span>{t('underWay', { count: row.underWay })}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
      <OlderRows source={source} word={t('more')} />
    </Card>
  );
}
