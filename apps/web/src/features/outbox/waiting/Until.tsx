import { useT } from '../../../i18n/use-t.ts';
import { useNow } from '../../../ui/display/clock.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { outboxMessages } from '../messages.ts';
import type { Waiting } from '../queries.ts';

/** Until when it waits, how long that still is, and how often it was tried. */
export function Until({ row: { state, dueAt, queuedAt, attempts } }: { row: Waiting }) {
  const t = useT(outboxMessages);
  const now = useNow();
  const isDue = dueAt !== null && new Date(dueAt) <= now;
  return (
    <div className="flex flex-wrap gap-x-3 text-sm text-ink-2 lg:grid lg:content-start lg:gap-0.5">
      {state === 'waiting' && dueAt !== null ? (
        <>
          <span>{isDue ? t('anyMoment') : t.rich('until', { time: <Time at={dueAt} as="dayTime" /> })}</span>
          {!isDue && (
            <span className="text-ink-3">
              <Time at={dueAt} />
            </span>
          )}
        </>
      ) : (
        <span className="text-ink-3">{t.rich('askedFor', { time: <Time at={queuedAt} /> })}</span>
      )}
      {attempts > 0 && <span className="text-ink-3">{t('tried', { count: attempts })}</span>}
    </div>
  );
}
