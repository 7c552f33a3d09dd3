import type { ReactNode } from 'react';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Amount } from '../../../ui/display/Amount.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { NumberAction } from '../actions/NumberAction.tsx';
import { outboxMessages } from '../messages.ts';
import { messageClasses } from '../search.ts';
import type { NumberSummary } from './summarise.ts';

/** A number with what waits for it; each count leads to its messages. */
export function NumberRow({ number }: { number: NumberSummary }) {
  const t = useT(outboxMessages);
  const { byId } = useNumberNames();
  const { numberId, byClass, oldestAt, pausedAt, isUnserved } = number;
  const known = byId.get(numberId);
  const phone = known?.phone ?? t('number');
  const [tone, state] = pausedAt
    ? (['bad', 'isPaused'] as const)
    : isUnserved
      ? (['bad', 'unserved'] as const)
      : (['good', 'sending'] as const);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-pad py-3">
      <div className="grid min-w-0 flex-[1_1_12rem] gap-0.5">
        <h2 className="text-body font-semibold tabular-nums">{phone}</h2>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
          <StatusDot tone={tone} label={t(state)} />
          <span className="min-w-0 truncate">{known?.name}</span>
        </p>
      </div>
      <dl className="grid flex-[3_1_22rem] grid-cols-3 gap-x-4 gap-y-2 sm:grid-cols-5">
        {messageClasses.map((one) => (
          <Count key={one} name={t(one)}>
            {byClass[one] === 0 ? (
              <span className="text-ink-3">0</span>
            ) : (
              <Link to="/outbox" search={{ number: numberId, class: one }}>
                <Amount value={byClass[one]} />
              </Link>
            )}
          </Count>
        ))}
        <Count name={t('oldest')}>
          {oldestAt ? <Time at={oldestAt} /> : <span className="text-ink-3">–</span>}
        </Count>
      </dl>
      <div className="flex w-28 justify-end max-sm:w-auto">
        {!pausedAt && <NumberAction numberId={numberId} name={phone} isPaused={false} />}
      </div>
    </li>
  );
}

function Count({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <dt className="truncate text-sm text-ink-3">{name}</dt>
      <dd className="text-body tabular-nums">{children}</dd>
    </div>
  );
}
