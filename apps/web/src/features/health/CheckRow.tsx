import { useAllows } from '../../data/use-workspace.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { StatusDot } from '../../ui/display/StatusDot.tsx';
import type { Check } from './health-query.ts';
import { checkMessages, healthMessages } from './messages.ts';
import { toneOf } from './tone-of.ts';

const named = [
  'database',
  'events',
  'jobs',
  'failed_jobs',
  'webhooks',
  'storage',
  'disk',
  'memory',
  'load',
] as const;
const isNamed = (name: string): name is (typeof named)[number] => named.some((one) => one === name);
type Said = keyof (typeof checkMessages)['en'];
const isSaid = (key: string): key is Said => Object.hasOwn(checkMessages.en, key);

export function CheckRow({ check }: { check: Check }) {
  const t = useT(healthMessages);
  const say = useT(checkMessages);
  const locale = useLocale();
  const amount = useAmount(check);
  const { name, state, message } = check;
  const known = `${name}.${isOnlyParked(check) ? 'parked' : state}`;
  // English is the server's own; a check that is newer than these words is shown as the server says it.
  const sentence = locale.language !== 'en' && isSaid(known) ? say(known) : message;
  return (
    <li className="flex items-start gap-3 px-pad py-3">
      <span className="mt-px">
        <StatusDot tone={toneOf(state)} label={t(state)} hideLabel />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className="font-medium">{isNamed(name) ? t(name) : name}</h3>
        <p className={state === 'good' ? 'text-ink-2' : 'text-ink'}>
          {sentence} {state !== 'good' && <WhereToLook check={check} />}
        </p>
      </div>
      <span className="text-sm whitespace-nowrap text-ink-2">{amount}</span>
    </li>
  );
}

/** It may be seen by somebody who may do nothing about it. */
function WhereToLook({ check }: { check: Check }) {
  const t = useT(healthMessages);
  const allows = useAllows();
  if (check.name === 'failed_jobs' && allows('jobs.manage'))
    return <Link to="/developers/failed">{t('seeFailed')}</Link>;
  if (check.name !== 'webhooks' || !allows('webhooks.inspect')) return null;
  return isOnlyParked(check) ? (
    <Link to="/deliveries/parked">{t('seeParked')}</Link>
  ) : (
    <Link to="/deliveries" search={{ state: 'pending' }}>
      {t('seeWaiting')}
    </Link>
  );
}

/** From this many seconds on the check is about how late webhooks are, before that about those that were parked. */
const lateAfter = 15;

const isOnlyParked = ({ name, state, value }: Check): boolean =>
  name === 'webhooks' && state === 'warning' && (value ?? 0) <= lateAfter;

function useAmount({ name, value, unit }: Check): string {
  const t = useT(healthMessages);
  const locale = useLocale();
  const number = value === null ? '' : formatNumber(value, locale);
  const amount = unit === 'per core' ? t('perCore', { value: number }) : `${number} ${unit ?? ''}`.trim();
  if (name !== 'webhooks' || value === null) return amount;
  return value === 0 ? t('noLag') : t('lag', { value: amount });
}
