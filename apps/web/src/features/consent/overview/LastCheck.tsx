import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Ledger } from '../queries.ts';
import { overviewMessages } from './messages.ts';

const mostShown = 5;

export function LastCheck({ verification }: Pick<Ledger, 'verification'>) {
  const t = useT(overviewMessages);
  const say = useSentence();
  if (verification === null) return <>{t('neverChecked')}</>;
  const { finishedAt, entries, problems, findings } = verification;
  if (finishedAt === null) return <StatusDot tone="info" label={t('checking')} />;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <StatusDot
          tone={problems === 0 ? 'good' : 'bad'}
          label={problems === 0 ? t('true', { count: entries }) : t('wrong', { count: problems })}
        />
        <span className="text-sm text-ink-2">
          <Time at={finishedAt} />
        </span>
      </p>
      {problems > 0 && (
        <ul className="grid gap-1 text-sm">
          {findings.slice(0, mostShown).map(({ code, seq, about, says }) => (
            <li key={`${code} ${seq} ${about}`}>
              {seq !== null && <b className="font-medium">{t('atPlace', { seq })}: </b>}
              {say(says)}
            </li>
          ))}
          {problems > mostShown && <li>{t('moreWrong', { count: problems - mostShown })}</li>}
        </ul>
      )}
    </div>
  );
}
