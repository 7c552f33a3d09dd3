import { useT } from '../../../i18n/use-t.ts';
import type { Step } from '../../../data/numbers.ts';
import { stepMessages } from './messages.ts';
import { StepRow } from './StepRow.tsx';

/** What came of each step, in the order in which they depend on each other. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useT(stepMessages);
  return (
    <ol aria-label={t('steps')} className="divide-y divide-line">
      {steps.map((step) => (
        <StepRow key={step.step} step={step} />
      ))}
    </ol>
  );
}
