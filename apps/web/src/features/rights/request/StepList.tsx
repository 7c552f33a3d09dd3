import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';

/** Notes that are words of the program, which the step itself says. */
const stable = new Set(['chat', 'code']);

export function StepList({ steps }: Pick<DataRequest, 'steps'>) {
  const t = useT(rightsMessages);
  return (
    <Card title={t('history')}>
      <ol className="grid gap-3">
        {steps.map(({ stepId, at, what, note, actor }) => (
          <li key={stepId} className="grid gap-0.5">
            <span className="text-body">
              {t(`step_${what}`, { note: note ?? '' })}{' '}
              <span className="text-sm text-ink-2">
                {actor.name === null ? t('byProgram') : t('by', { name: actor.name })}
              </span>
            </span>
            {note !== null && what !== 'assigned' && !stable.has(note) && (
              <span className="text-body text-ink-2 wrap-anywhere">{note}</span>
            )}
            <span className="text-sm text-ink-2">
              <Time at={at} as="exact" />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
