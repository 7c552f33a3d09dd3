import { useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/display/clock.ts';
import { StatusDot } from '../../ui/display/StatusDot.tsx';
import { Time } from '../../ui/display/Time.tsx';
import type { RunningCopy } from './health-query.ts';
import { healthMessages } from './messages.ts';

const silentAfter = 60_000;
const known = ['api', 'ingest', 'worker'] as const;
const isKnown = (role: string): role is (typeof known)[number] => known.some((one) => one === role);

export function RunningCopyRow({ copy }: { copy: RunningCopy }) {
  const t = useT(healthMessages);
  const { host, version, roles, startedAt, seenAt } = copy;
  const alive = useNow().getTime() - new Date(seenAt).getTime() < silentAfter;
  const does = roles.map((role) => (isKnown(role) ? t(role) : role)).join(', ');
  const facts = [
    [t('roles'), does],
    [t('version'), version],
    [t('started'), <Time key="started" at={startedAt} as="dayTime" />],
    [t('seen'), <Time key="seen" at={seenAt} />],
  ] as const;
  return (
    <li className="grid gap-2 px-pad py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-mono text-sm font-medium wrap-anywhere">{host}</h3>
        <StatusDot tone={alive ? 'good' : 'warn'} label={t(alive ? 'alive' : 'silent')} />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-ink-3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
