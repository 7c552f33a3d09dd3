import { CircleCheck } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { weightOf, type Concern } from '../health/concerns.ts';
import { ConcernNote } from '../health/ConcernNote.tsx';
import type { NumberHealth } from '../health/health-query.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { vitalMessages } from './messages.ts';
import { ResumeSending } from './ResumeSending.tsx';

interface NumberConcernsProps {
  concerns: readonly Concern[];
  daysLeft: number;
  health: NumberHealth | undefined;
}

/** What needs somebody, the worst first; or that nothing does. What is only good to know stands further down. */
export function NumberConcerns({ concerns, daysLeft, health }: NumberConcernsProps) {
  const t = useT(vitalMessages);
  const inLanguage = useSentence();
  const urgent = concerns.filter((concern) => weightOf(concern) !== 'note');
  if (urgent.length === 0) {
    return health === undefined ? null : (
      <p className="flex items-center gap-2 text-body">
        <CircleCheck aria-hidden className="size-4.5 shrink-0 text-good" />
        {t('allWell')}
      </p>
    );
  }
  const why = health?.sending.why;
  return (
    <div className="grid gap-3">
      {urgent.map((concern) => {
        const isPause = 'finding' in concern && concern.finding.code === 'sending_paused';
        return (
          <ConcernNote
            key={'matter' in concern ? concern.matter : concern.finding.code}
            concern={concern}
            daysLeft={daysLeft}
            why={isPause && why ? inLanguage(why) : undefined}
            action={isPause && health && <ResumeSending numberId={health.numberId} />}
          />
        );
      })}
    </div>
  );
}
