import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import type { Step } from '../../../data/numbers.ts';
import { CopyTrace } from './CopyTrace.tsx';
import { problemStepMessages, stepMessages } from './messages.ts';

const looks = {
  passed: [CircleCheck, 'text-good'],
  warning: [TriangleAlert, 'text-warn'],
  failed: [CircleAlert, 'text-bad'],
  skipped: [CircleDashed, 'text-ink-3'],
} as const;

export function StepRow({ step: { step, result, code, sentence, meta } }: { step: Step }) {
  const t = useT(stepMessages);
  const say = useT(problemStepMessages);
  const { language } = useLocale();
  const [Icon, colour] = looks[result];
  const known = code ?? (result === 'passed' ? result : null);
  const said = language === 'en' || known === null ? sentence : say(known);
  // Why Meta refused only Meta says, and in English.
  const original = language !== 'en' && code === 'meta_refused';
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon aria-hidden className={classes('mt-0.5 size-4.5 shrink-0', colour)} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className={classes('font-medium', result === 'skipped' && 'text-ink-2')}>
          {t(step)} <span className={classes('ms-1 text-sm font-normal', colour)}>{t(result)}</span>
        </h3>
        {result !== 'skipped' && (
          <p
            className={classes(
              'max-w-(--measure) wrap-anywhere',
              result === 'passed' ? 'text-sm text-ink-2' : 'text-ink',
            )}
          >
            {said}
          </p>
        )}
        {original && (
          <p lang="en" className="max-w-(--measure) text-sm text-ink-2">
            {sentence}
          </p>
        )}
        {meta && <CopyTrace meta={meta} />}
      </div>
    </li>
  );
}
