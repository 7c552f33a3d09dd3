import { Check } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { homeMessages } from '../messages.ts';
import { StepAction } from './StepAction.tsx';
import type { SetupStep } from './use-setup-steps.ts';

interface SetupStepRowProps {
  step: SetupStep;
  /** The first that is not done: it explains itself and carries the button. */
  next: boolean;
}

const help = {
  named: 'setUpHelp',
  number: 'numberHelp',
  people: 'peopleHelp',
  secured: 'securedHelp',
  key: 'keyHelp',
} as const;

export function SetupStepRow({ step: { name, done, result, numberId }, next }: SetupStepRowProps) {
  const t = useT(homeMessages);
  return (
    <li className={classes('flex gap-3 px-pad', next ? 'py-4' : 'py-3')}>
      <span
        className={classes(
          'mt-px grid size-5 shrink-0 place-items-center rounded-full',
          done ? 'bg-good-soft text-good' : next ? 'border-2 border-accent' : 'border border-control',
        )}
      >
        {done && <Check aria-hidden strokeWidth={2.5} className="size-3.5" />}
        <span className="sr-only">{t(done ? 'done' : 'open')}</span>
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className={classes('font-medium', done && 'text-ink-2')}>{t(name)}</h3>
        {done && <p className="text-sm wrap-anywhere text-ink-3">{result}</p>}
        {next && <p className="max-w-(--measure) text-ink-2">{t(help[name])}</p>}
        {next && (
          <div className="pt-2.5">
            <StepAction name={name} primary />
          </div>
        )}
      </div>
      {!next && <StepAction name={name} done={done} numberId={numberId} />}
    </li>
  );
}
