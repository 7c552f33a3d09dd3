import { CircleAlert, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { useSentence } from '../../../data/use-sentence.ts';
import type { TestStep } from './live-test-query.ts';
import { liveTestMessages } from './messages.ts';

const looks = {
  passed: [CircleCheck, 'text-good'],
  waiting: [CircleDot, 'animate-breathe text-accent-ink'],
  failed: [CircleAlert, 'text-bad'],
  skipped: [CircleDashed, 'text-ink-3'],
} as const;

const textColour = { waiting: 'text-accent-ink', failed: 'text-bad' } as const;

/** What came of a step, when, and what to check where it stopped. */
export function TestStepRow({ step: { step, result, at, reason, words } }: { step: TestStep }) {
  const t = useT(liveTestMessages);
  const inLanguage = useSentence();
  const [Icon, colour] = looks[result];
  const { happened, next } = inLanguage(words);
  const [, code] = /^meta_(\d+)$/.exec(reason ?? '') ?? [];
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon aria-hidden className={classes('mt-0.5 size-4.5 shrink-0', colour)} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h3 className={classes('font-medium', result === 'skipped' && 'text-ink-3')}>
            {t(step)}{' '}
            <span
              className={
                result === 'failed' || result === 'waiting'
                  ? classes('ms-1 text-sm font-normal', textColour[result])
                  : 'sr-only'
              }
            >
              {t(`result.${result}`)}
            </span>
          </h3>
          {at && (
            <span className="text-sm text-ink-2">
              <Time at={at} as="time" />
            </span>
          )}
        </div>
        {result === 'passed' && <p className="max-w-(--measure) text-sm text-ink-2">{happened}</p>}
        {(result === 'waiting' || result === 'failed') && (
          <>
            <p className="max-w-(--measure)">{happened}</p>
            <p className="max-w-(--measure) text-ink-2">{next}</p>
          </>
        )}
        {code && (
          <p translate="no" className="font-mono text-xs text-ink-3">
            {t('metaCode', { code })}
          </p>
        )}
      </div>
    </li>
  );
}
