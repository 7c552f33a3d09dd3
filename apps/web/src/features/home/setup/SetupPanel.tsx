import { useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { homeMessages } from '../messages.ts';
import { SetupStepRow } from './SetupStepRow.tsx';
import type { SetupStep } from './use-setup-steps.ts';

/** What is done and what comes next: one step is open, with one button. */
export function SetupPanel({ steps }: { steps: readonly SetupStep[] }) {
  const t = useT(homeMessages);
  const workspace = useOpenWorkspace()?.name ?? '';
  const next = steps.find(({ done }) => !done)?.name;
  const done = steps.filter((step) => step.done).length;
  return (
    <section aria-labelledby="set-up" className="rounded-lg border border-line bg-raised">
      <header className="grid gap-3 px-pad pt-pad pb-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="set-up" className="text-lg font-semibold wrap-anywhere">
            {t('setUp', { workspace })}
          </h2>
          <span className="text-sm text-ink-2">{t('progress', { done, total: steps.length })}</span>
        </div>
        <progress
          aria-label={t('setUp', { workspace })}
          max={steps.length}
          value={done}
          className="progress h-1.5 w-full"
        />
      </header>
      <ol className="divide-y divide-line border-t border-line">
        {steps.map((step) => (
          <SetupStepRow key={step.name} step={step} next={step.name === next} />
        ))}
      </ol>
    </section>
  );
}
