import { useT } from '../../../i18n/use-t.ts';
import { StepList } from '../connection/StepList.tsx';
import type { Step } from '../../../data/numbers.ts';
import { connectMessages } from './messages.ts';

interface NotConnectedProps {
  steps: readonly Step[];
  by: 'hand' | 'sign-up';
}

/** The form that was sent may stand below the fold, and the answer above it. */
const bringIntoView = (place: HTMLElement | null): void => place?.scrollIntoView({ block: 'nearest' });

/** A step failed: which, why, and that nothing is left behind. */
export function NotConnected({ steps, by }: NotConnectedProps) {
  const t = useT(connectMessages);
  return (
    <section
      ref={bringIntoView}
      aria-labelledby="not-connected"
      className="scroll-mt-4 rounded-lg border border-bad/40 bg-raised"
    >
      <header role="alert" className="grid gap-0.5 rounded-t-lg bg-bad-soft px-pad py-3 text-bad">
        <h2 id="not-connected" className="text-lg font-semibold">
          {t('notStored')}
        </h2>
        <p className="text-body text-ink">{t(by === 'hand' ? 'notStoredHelp' : 'notStoredSignUp')}</p>
      </header>
      <div className="px-pad py-2">
        <StepList steps={steps} />
      </div>
    </section>
  );
}
