import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { purposeWords } from '../purpose-name.ts';
import { overviewQuery } from '../queries.ts';
import { overviewMessages } from './messages.ts';

export function PurposeCard() {
  const t = useT(overviewMessages);
  return (
    <Card title={t('purposes')} description={t('purposesHelp')}>
      <Purposes />
    </Card>
  );
}

function Purposes() {
  const t = useT(overviewMessages);
  const { language } = useLocale();
  const { data, isError, isFetching, refetch } = useQuery(overviewQuery);
  if (!data)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={6} />
    );
  const held = (['withdrawnAll', 'stopped', 'frozen'] as const).filter((key) => data[key] > 0);
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line">
        {data.purposes.map(({ purpose, texts, granted, withdrawn }) => (
          <li key={purpose} className="grid gap-0.5 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium wrap-anywhere">{purposeWords(texts, language).name}</span>
              <span className="font-medium tabular-nums">{t('agreed', { count: granted })}</span>
            </p>
            <p className="flex justify-between gap-x-4 text-sm text-ink-2">
              <span className="min-w-0 wrap-anywhere">{purposeWords(texts, language).explanation}</span>
              {withdrawn > 0 && (
                <span className="shrink-0 tabular-nums">{t('tookBack', { count: withdrawn })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {held.length > 0 && (
        <ul className="grid gap-1 text-sm text-ink-2">
          {held.map((key) => (
            <li key={key}>{t(key, { count: data[key] })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
