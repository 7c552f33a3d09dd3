import { useT } from '../../i18n/use-t.ts';
import { classes } from '../../ui/classes.ts';
import { Time } from '../../ui/display/Time.tsx';
import { toneIcon, toneSoft } from '../../ui/feedback/tones.ts';
import type { Health } from './health-query.ts';
import { healthMessages } from './messages.ts';
import { toneOf } from './tone-of.ts';

interface OverallStateProps {
  health: Health;
  looked: Date;
}

/** The answer before the details: does it work. */
export function OverallState({ health, looked }: OverallStateProps) {
  const t = useT(healthMessages);
  const { state, checks, version, startedAt } = health;
  const tone = toneOf(state);
  const Icon = toneIcon[tone];
  const count = checks.filter((check) => check.state === state).length;
  const [title, help] =
    state === 'good'
      ? [t('allGood'), t('allGoodHelp', { count: checks.length })]
      : state === 'warning'
        ? [t('someWarn', { count }), t('someWarnHelp')]
        : [t('someBad', { count }), t('someBadHelp')];
  return (
    <section
      className={classes('flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg px-5 py-4', toneSoft[tone])}
    >
      <Icon aria-hidden className="size-8 shrink-0" strokeWidth={1.75} />
      <div className="grid min-w-0 flex-[1_1_14rem] gap-0.5">
        <output className="text-xl font-semibold">{title}</output>
        <p className="text-sm">{help}</p>
      </div>
      <p className="grid text-sm sm:text-end">
        <span>{t.rich('looked', { when: <Time at={looked} as="time" /> })}</span>
        <span>{t.rich('since', { version, when: <Time at={startedAt} /> })}</span>
      </p>
    </section>
  );
}
