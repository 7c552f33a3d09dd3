import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { deliveryMessages } from '../messages.ts';
import { isReason, useReasonWords } from '../use-reason-words.ts';
import { ParkedRows } from './ParkedRows.tsx';
import { RetryAll } from './RetryAll.tsx';

interface ParkedGroupProps {
  reason: string;
  count: number;
}

export function ParkedGroup({ reason, count }: ParkedGroupProps) {
  const t = useT(deliveryMessages);
  const { title, happened, next } = useReasonWords()(reason);
  const id = `parked-${reason}`;
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-pad">
        <div className="grid min-w-0 flex-[1_1_20rem] gap-1">
          <h2 id={id} className="flex flex-wrap items-center gap-2 text-lg font-semibold">
            {title}
            <Badge tone={count > 0 ? 'warn' : 'good'}>
              {count > 0 ? t('parkedCount', { count }) : t('noneLeft')}
            </Badge>
          </h2>
          <p className="max-w-(--measure) text-ink-2">{happened}</p>
          <p className="max-w-(--measure)">{next}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {reason === 'unknown_number' && <ButtonLink to="/numbers/connect">{t('connect')}</ButtonLink>}
          {isReason(reason) && <RetryAll reason={reason} count={count} />}
        </div>
      </header>
      {isReason(reason) && <ParkedRows reason={reason} label={title} />}
    </section>
  );
}
