import { useT } from '../../../i18n/use-t.ts';
import type { Failure } from '../health/health-query.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { vitalMessages } from './messages.ts';

/** What Meta refused in the last day, in words; its own code small, for those who look it up. */
export function Failures({ failures }: { failures: readonly Failure[] }) {
  const t = useT(vitalMessages);
  const inLanguage = useSentence();
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-medium">{t('errors')}</h3>
      {failures.length === 0 ? (
        <p className="text-sm text-ink-2">{t('noErrors')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {failures.map(({ code, count, words }) => {
            const { happened, next } = inLanguage(words);
            return (
              <li key={code} className="grid gap-0.5 py-2 sm:grid-cols-[1fr_auto] sm:gap-x-4">
                <div className="grid min-w-0 gap-0.5">
                  <p className="max-w-(--measure)">{happened}</p>
                  <p className="max-w-(--measure) text-sm text-ink-2">{next}</p>
                </div>
                <p className="flex items-baseline gap-2 text-sm sm:grid sm:justify-items-end sm:gap-0.5">
                  <span className="font-medium tabular-nums">{t('times', { count })}</span>
                  <span translate="no" className="font-mono text-xs text-ink-3">
                    {t('metaCode', { code: String(code) })}
                  </span>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
