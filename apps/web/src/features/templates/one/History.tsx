import { useInfiniteQuery } from '@tanstack/react-query';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { historyMessages } from '../history-messages.ts';
import { templateMessages } from '../messages.ts';
import { historyQuery, type Entry } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { CommentForm } from './CommentForm.tsx';

export function History({ familyId }: { familyId: string }) {
  const t = useT(templateMessages);
  const { rows, source } = useAllPages(useInfiniteQuery(historyQuery(familyId)));
  return (
    <Card title={t('history')}>
      <div className="grid gap-4">
        <CommentForm familyId={familyId} />
        {source.state === 'loading' && <SkeletonLines lines={4} />}
        <ol className="grid gap-3">
          {rows.map((entry) => (
            <Row key={entry.entryId} entry={entry} />
          ))}
        </ol>
        {source.more && (
          <Button size="small" busy={source.more.loading} onClick={source.more.load}>
            {t('older')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Row({ entry }: { entry: Entry }) {
  const t = useT(historyMessages);
  const words = useStatusWords();
  const { what, by, at, note, language, versionNumber, before, after } = entry;
  const moved = ['status_changed', 'quality_changed', 'recategorised', 'submission_ended'].includes(what);
  const told = what === 'quality_changed' ? `quality_${after ?? ''}` : (after ?? '');
  return (
    <li className="grid gap-0.5 text-sm">
      <span>
        <span className="font-medium">{by.name ?? t(by.kind === 'system' ? 'whatsapp' : 'somebody')}</span>{' '}
        {t(what)}
        {moved && <span className="font-medium"> {words.say(told)}</span>}
      </span>
      <span className="text-ink-3">
        {[language, versionNumber === null ? null : t('version', { number: versionNumber })]
          .filter(Boolean)
          .join(' · ')}{' '}
        <Time at={at} />
      </span>
      {note !== null && what !== 'changed' && (
        <p dir="auto" className="rounded-sm bg-sunken px-2 py-1 break-words whitespace-pre-wrap">
          {note}
        </p>
      )}
      {what === 'changed' && (
        <p className="break-words text-ink-2">
          {before ?? '–'} → {after ?? '–'}
        </p>
      )}
    </li>
  );
}
