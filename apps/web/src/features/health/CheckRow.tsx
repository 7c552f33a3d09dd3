import { useAllows } from '../../data/use-workspace.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { StatusDot } from '../../ui/display/StatusDot.tsx';
import type { Check } from './health-query.ts';
import { checkMessages, healthMessages } from './messages.ts';
import { toneOf } from './tone-of.ts';

const named = ['database', 'events', 'jobs', 'failed_jobs', 'storage', 'disk', 'memory', 'load'] as const;
const isNamed = (name: string): name is (typeof named)[number] => named.some((one) => one === name);
type Said = keyof (typeof checkMessages)['en'];
const isSaid = (key: string): key is Said => Object.hasOwn(checkMessages.en, key);

export function CheckRow({ check }: { check: Check }) {
  const t = useT(healthMessages);
  const say = useT(checkMessages);
  const locale = useLocale();
  const mayJobs = useAllows()('jobs.manage');
  const { name, state, message, value, unit } = check;
  const known = `${name}.${state}`;
  // English is the server's own; a check that is newer than these words is shown as the server says it.
  const sentence = locale.language !== 'en' && isSaid(known) ? say(known) : message;
  const number = value === null ? '' : formatNumber(value, locale);
  const amount = unit === 'per core' ? t('perCore', { value: number }) : `${number} ${unit ?? ''}`.trim();
  return (
    <li className="flex items-start gap-3 px-pad py-3">
      <span className="mt-px">
        <StatusDot tone={toneOf(state)} label={t(state)} hideLabel />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className="font-medium">{isNamed(name) ? t(name) : name}</h3>
        <p className={state === 'good' ? 'text-ink-2' : 'text-ink'}>
          {sentence}{' '}
          {name === 'failed_jobs' && state !== 'good' && mayJobs && (
            <Link to="/developers/failed">{t('seeFailed')}</Link>
          )}
        </p>
      </div>
      <span className="text-sm whitespace-nowrap text-ink-2">{amount}</span>
    </li>
  );
}
