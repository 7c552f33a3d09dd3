import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import type { Message } from '../queries.ts';
import { lifeMessages } from './messages.ts';
import { ToldLines } from './ToldLines.tsx';

const settlers = ['proof', 'status', 'reply', 'history', 'time', 'person'] as const;

export function AttemptBody({ attempt }: { attempt: Message['attempts'][number] }) {
  const t = useT(lifeMessages);
  const { outcome, startedAt, endedAt, settledBy, settledAt } = attempt;
  const settler = settlers.find((one) => one === settledBy);
  return (
    <>
      <p className="text-sm text-ink-3">
        {t('attempt', { number: attempt.attempt })}
        {endedAt && <> · {t('tookMillis', { millis: Date.parse(endedAt) - Date.parse(startedAt) })}</>}
      </p>
      <ToldLines told={attempt.told} code={attempt.code} />
      {attempt.told === null && (outcome === 'unknown' || outcome === 'not_sent') && (
        <p className="max-w-(--measure) text-body text-pretty text-ink-2">{t(`tried_${outcome}Help`)}</p>
      )}
      {settler && (
        <p className="text-body text-ink-2">
          {t(`settled_${settler}`)}
          {settledAt && (
            <span className="text-sm text-ink-3">
              {' · '}
              <Time at={settledAt} as="dayTime" />
            </span>
          )}
        </p>
      )}
    </>
  );
}
