import { useT } from '../../../i18n/use-t.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { Time } from '../../../ui/display/Time.tsx';
import type { RunningTest } from './live-test-query.ts';
import { liveTestMessages } from './messages.ts';
import { TestStepRow } from './TestStepRow.tsx';

const summaries = { running: 'running', passed: 'passed', failed: 'stopped' } as const;

/** How far a test has come. */
export function TestProgress({ test: { phone, template, startedAt, state, steps } }: { test: RunningTest }) {
  const t = useT(liveTestMessages);
  return (
    <div className="grid gap-2">
      <output className="font-medium">{t(summaries[state])}</output>
      <p className="text-sm text-ink-2">
        {t.rich('to', { template: <span translate="no">{template}</span>, phone: phoneText(phone) })},{' '}
        <Time at={startedAt} as="dayTime" />
      </p>
      <ol aria-label={t('steps')} className="divide-y divide-line">
        {steps.map((step) => (
          <TestStepRow key={step.step} step={step} />
        ))}
      </ol>
    </div>
  );
}
