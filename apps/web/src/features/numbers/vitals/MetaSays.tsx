import { readMessage, useT } from '../../../i18n/use-t.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';
import type { NumberHealth } from '../health/health-query.ts';
import { vitalMessages } from './messages.ts';

const tones: Record<string, Tone> = { AVAILABLE: 'good', LIMITED: 'warn', BLOCKED: 'bad' };

/** Meta's own word about each part that has to be well for a message to leave. Nothing when all of them are. */
export function MetaSays({ meta }: { meta: NonNullable<NumberHealth['meta']> }) {
  const t = useT(vitalMessages);
  const say = useOwnWords();
  if (meta.entities.every(({ canSend }) => canSend === 'AVAILABLE')) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-medium">{t('metaSays')}</h3>
      <ul className="divide-y divide-line">
        {meta.entities.map(({ type, id, canSend, reasons }) => (
          <li key={`${type} ${id}`} className="grid gap-0.5 py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              {say('part', type)}
              <span className="text-sm">
                <StatusDot tone={tones[canSend] ?? 'neutral'} label={say('can', canSend)} />
              </span>
            </p>
            {reasons.map((reason) => (
              <p key={reason} lang="en" className="max-w-(--measure) text-sm text-ink-2">
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Meta adds words without notice: one that we do not know is shown as it came. */
function useOwnWords(): (about: 'can' | 'part', word: string) => string {
  const locale = useLocale();
  return (about, word) => {
    const key = `${about}.${word}`;
    return Object.hasOwn(vitalMessages.en, key) ? readMessage(vitalMessages, key, {}, locale) : word;
  };
}
