import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { NumberAction } from '../actions/NumberAction.tsx';
import { SourceActions } from '../actions/SourceActions.tsx';
import { outboxMessages } from '../messages.ts';
import type { Counts } from '../queries.ts';
import type { NumberSummary } from '../summary/summarise.ts';
import { Stop } from './Stop.tsx';

interface StopsProps {
  counts: Counts;
  summary: readonly NumberSummary[];
}

/** What a person has to see first: is anything stopped, or in doubt? */
export function Stops({ counts: { frozenSince, sources }, summary }: StopsProps) {
  const t = useT(outboxMessages);
  const say = useSentence();
  const { byId } = useNumberNames();
  const nameOf = (numberId: string): string => byId.get(numberId)?.phone ?? t('number');
  const total = summary.reduce((sum, number) => sum + number.total, 0);
  const inDoubt = summary.reduce((sum, number) => sum + number.inDoubt, 0);
  const stopped = summary.filter(({ pausedAt }) => pausedAt !== null);
  const unserved = summary.filter(({ isUnserved }) => isUnserved);
  const paused = sources.filter(({ state }) => state === 'paused');
  const isCalm = frozenSince === null && stopped.length + unserved.length + paused.length + inDoubt === 0;
  if (isCalm) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-body text-ink-2">
        <StatusDot tone="good" label={t('nothingStopped')} />
        {total > 0 && <span>{t('someWait', { count: total })}</span>}
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      {frozenSince !== null && (
        <Stop tone="bad" title={t('frozen')}>
          {t.rich('frozenHelp', { time: <Time at={frozenSince} as="dayTime" /> })}
        </Stop>
      )}
      {stopped.map(({ numberId, pausedAt, why, total: waiting }) => (
        <Stop
          key={numberId}
          tone="bad"
          title={t('numberPaused', { number: nameOf(numberId) })}
          action={<NumberAction numberId={numberId} name={nameOf(numberId)} isPaused />}
        >
          {why && say(why)} {t.rich('pausedSince', { time: <Time at={pausedAt!} as="dayTime" /> })}{' '}
          {waiting > 0 && t('waitFor', { count: waiting })}
        </Stop>
      ))}
      {unserved.map(({ numberId }) => (
        <Stop key={numberId} tone="bad" title={t('notServed', { number: nameOf(numberId) })}>
          {t('notServedHelp')}
        </Stop>
      ))}
      {paused.map((source) => (
        <Stop
          key={source.sourceId}
          tone="warn"
          title={t('sourcePaused', { name: source.name })}
          action={<SourceActions source={source} />}
        >
          {source.why && say(source.why)}{' '}
          {t.rich('pausedSince', { time: <Time at={source.changedAt} as="dayTime" /> })}{' '}
          {source.waiting > 0 && t('waitFor', { count: source.waiting })}
        </Stop>
      ))}
      {inDoubt > 0 && (
        <Stop
          tone="warn"
          title={t('inDoubt', { count: inDoubt })}
          action={
            <ButtonLink size="small" to="/outbox/doubt">
              {t('look')}
            </ButtonLink>
          }
        >
          {t('inDoubtHelp')}
        </Stop>
      )}
    </div>
  );
}
