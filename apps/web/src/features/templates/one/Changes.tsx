import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/use-t.ts';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { templateMessages } from '../messages.ts';
import { usePartName } from './use-part-name.ts';
import { comparisonQuery, versionQuery } from '../queries.ts';

/** What a version says that the one before it did not, and the other way round. */
export function Changes({ versionId }: { versionId: string }) {
  const t = useT(templateMessages);
  const partName = usePartName();
  const { data } = useQuery(comparisonQuery(versionId));
  if (!data) return <SkeletonLines lines={4} />;
  if (data.withId === null) return <FirstWords versionId={versionId} />;
  if (data.changes.length === 0)
    return <p className="text-ink-2">{t('sameAs', { number: data.withNumber ?? 0 })}</p>;
  return (
    <dl className="grid gap-3">
      {data.changes.map(({ field, before, after }) => (
        <div key={field} className="grid gap-1">
          <dt className="text-sm font-medium break-words text-ink-2">{partName(field)}</dt>
          {before !== null && (
            <dd
              dir="auto"
              className="rounded-sm bg-bad-soft px-2 py-1 break-words whitespace-pre-wrap text-ink"
            >
              <span className="sr-only">{t('before')} </span>
              <del className="no-underline">{before}</del>
            </dd>
          )}
          {after !== null && (
            <dd
              dir="auto"
              className="rounded-sm bg-good-soft px-2 py-1 break-words whitespace-pre-wrap text-ink"
            >
              <span className="sr-only">{t('after')} </span>
              <ins className="no-underline">{after}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function FirstWords({ versionId }: { versionId: string }) {
  const t = useT(templateMessages);
  const { data } = useQuery(versionQuery(versionId));
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">{t('firstVersion')}</p>
      {data ? (
        <p dir="auto" className="rounded-md bg-sunken px-3 py-2.5 whitespace-pre-wrap">
          {data.exampleText}
        </p>
      ) : (
        <SkeletonLines lines={3} />
      )}
    </div>
  );
}
