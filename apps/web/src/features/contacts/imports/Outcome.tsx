import { Download } from 'lucide-react';
import { readMessage, useT } from '../../../i18n/use-t.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { buttonLook } from '../../../ui/actions/button-look.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { importMessages } from './messages.ts';
import type { Import } from './queries.ts';

/** What a check found or an import did, in numbers, and why rows were left out. */
export function Outcome({ shown }: { shown: Import }) {
  const t = useT(importMessages);
  const locale = useLocale();
  const { counts, state, problemsLink } = shown;
  const problems = Object.entries(counts.problems).toSorted(([, one], [, other]) => other - one);
  const invalid = problems.reduce((sum, [, count]) => sum + count, 0);
  const isUndone = state === 'undone' || state === 'undoing';
  const numbers = [
    ['created', counts.created],
    ['updated', counts.updated],
    ['unchanged', counts.unchanged],
    ['invalid', invalid],
    ...(counts.consents > 0 ? ([['consents', counts.consents]] as const) : []),
    ...(counts.consentsHeld > 0 ? ([['consentsHeld', counts.consentsHeld]] as const) : []),
    ...(isUndone
      ? ([
          ['deleted', counts.deleted],
          ['restored', counts.restored],
          ['kept', counts.kept],
        ] as const)
      : []),
  ] as const;
  const isChecked = state === 'checked' || state === 'checking';
  return (
    <Card
      title={t(isChecked ? 'would' : 'happened')}
      description={isChecked ? t('wouldHelp') : state === 'stopped' ? t('stoppedHelp') : undefined}
    >
      <dl className="grid grid-cols-4 gap-4 max-sm:grid-cols-2">
        {numbers.map(([name, count]) => (
          <div key={name} className="grid content-start gap-0.5">
            <dt className="text-sm text-ink-2">{t(name)}</dt>
            <dd className="text-xl font-semibold tabular-nums">{formatNumber(count, locale)}</dd>
          </div>
        ))}
      </dl>
      {invalid > 0 && (
        <div className="mt-5 grid justify-items-start gap-2.5">
          <h3 className="font-semibold">{t('why')}</h3>
          <ul className="grid w-full max-w-(--measure) gap-1">
            {problems.map(([name, count]) => (
              <li key={name} className="flex justify-between gap-4">
                <span>{readMessage(importMessages, `problem_${name}`, {}, locale)}</span>
                <span className="text-ink-2 tabular-nums">{formatNumber(count, locale)}</span>
              </li>
            ))}
          </ul>
          {problemsLink && (
            <a href={problemsLink} download className={buttonLook('plain', 'normal')}>
              <Download aria-hidden className="size-4 shrink-0" />
              {t('download')}
            </a>
          )}
        </div>
      )}
    </Card>
  );
}
