import { useT } from '../../i18n/use-t.ts';
import type { RunningCopy } from './health-query.ts';
import { healthMessages } from './messages.ts';
import { RunningCopyRow } from './RunningCopyRow.tsx';

export function RunningCopies({ copies }: { copies: readonly RunningCopy[] }) {
  const t = useT(healthMessages);
  const oldest = copies.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  return (
    <section aria-labelledby="copies" className="grid gap-3">
      <div className="grid gap-0.5">
        <h2 id="copies" className="text-lg font-semibold">
          {t('copies')}
        </h2>
        <p className="text-sm text-ink-2">{t(copies.length === 0 ? 'noCopies' : 'copiesHelp')}</p>
      </div>
      {copies.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {oldest.map((copy) => (
            <RunningCopyRow key={copy.processId} copy={copy} />
          ))}
        </ul>
      )}
    </section>
  );
}
