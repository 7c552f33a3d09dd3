import { useT } from '../../../i18n/use-t.ts';
import { useNow } from '../../../ui/display/clock.ts';
import { Time } from '../../../ui/display/Time.tsx';
import type { NumberHealth } from '../health/health-query.ts';
import { vitalMessages } from './messages.ts';

/** When Meta was heard last, and how far behind this installation is in taking it in. */
export function FromMeta({ webhooks }: { webhooks: NumberHealth['webhooks'] }) {
  const t = useT(vitalMessages);
  const now = useNow();
  const { lastAt, waiting, oldestSeconds } = webhooks;
  const since = new Date(now.getTime() - oldestSeconds * 1000);
  return (
    <span className="grid gap-0.5">
      {lastAt === null ? t('never') : <Time at={lastAt} />}
      {waiting > 0 && oldestSeconds >= 10 && (
        <span className={oldestSeconds > 60 ? 'text-sm text-warn' : 'text-sm text-ink-2'}>
          {t.rich('late', { count: waiting, age: <Time at={since} /> })}
        </span>
      )}
    </span>
  );
}
