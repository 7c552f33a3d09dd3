import { useT } from '../../../i18n/use-t.ts';
import type { Step } from '../../../data/numbers.ts';
import { connectionMessages } from './messages.ts';

/** The outcome of all steps in a sentence: what is read aloud when they are done. */
export function useStepSummary(): (steps: readonly Step[]) => string {
  const t = useT(connectionMessages);
  return (steps) => {
    const failed = steps.filter(({ result }) => result === 'failed').length;
    const warned = steps.filter(({ result }) => result === 'warning').length;
    if (failed > 0) return t('someFailed', { count: failed });
    return warned > 0 ? t('someWarn', { count: warned }) : t('allPassed');
  };
}
