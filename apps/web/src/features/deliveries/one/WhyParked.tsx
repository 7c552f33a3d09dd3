import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { toneIcon, toneSoft } from '../../../ui/feedback/tones.ts';
import { deliveryMessages } from '../messages.ts';
import type { State } from '../search.ts';
import { useReasonWords } from '../use-reason-words.ts';

interface WhyParkedProps {
  reason: string;
  /** The server's own sentence; what is not in ours stands in brackets at its end. */
  detail: string | null;
  state: State;
  /** What can be done. */
  children: ReactNode;
}

export function WhyParked({ reason, detail, state, children }: WhyParkedProps) {
  const t = useT(deliveryMessages);
  const { title, happened, next } = useReasonWords()(reason);
  const code = /\(([^()]+)\)$/.exec(detail ?? '')?.[1];
  const tone = state === 'parked' ? 'warn' : 'neutral';
  const Icon = toneIcon[tone];
  return (
    <section
      aria-labelledby="why"
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-lg border border-line bg-raised p-pad"
    >
      <span className={classes('grid size-8 place-items-center rounded-md', toneSoft[tone])}>
        <Icon aria-hidden className="size-4.5" />
      </span>
      <div className="grid gap-2.5">
        <div className="grid gap-1 pt-1">
          <h2 id="why" className="text-lg font-semibold">
            {t('parkedOf', { reason: title })}
          </h2>
          <p className="max-w-(--measure) text-ink-2">{happened}</p>
          {state === 'parked' && <p className="max-w-(--measure)">{next}</p>}
        </div>
        {code && <p className="text-sm wrap-anywhere text-ink-3">{t('detail', { code })}</p>}
        {children}
      </div>
    </section>
  );
}
