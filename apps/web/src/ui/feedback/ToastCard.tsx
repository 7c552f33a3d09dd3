import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { dismissToast, type Toast } from './toast-store.ts';
import { toneIcon, type Tone } from './tones.ts';

const ink: Record<Tone, string> = {
  neutral: 'text-good',
  accent: 'text-accent-ink',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
};

export function ToastCard({ toast: { id, text, tone, undo } }: { toast: Toast }) {
  const t = useT(uiMessages);
  const card = useRef<HTMLLIElement>(null);
  const Icon = toneIcon[tone === 'neutral' ? 'good' : tone];
  // A failure stays until it is read: it may be the only trace of lost work.
  const life = tone === 'bad' ? undefined : undo ? 10_000 : 5_000;

  useEffect(() => {
    if (life === undefined) return undefined;
    const timer = setInterval(() => {
      // While the pointer or the keyboard is on the stack, nothing may disappear from under it.
      if (!card.current?.parentElement?.matches(':hover, :focus-within')) dismissToast(id);
    }, life);
    return () => clearInterval(timer);
  }, [id, life]);

  const takeBack = () => {
    dismissToast(id);
    void undo?.();
  };

  return (
    <li
      ref={card}
      className="pointer-events-auto flex animate-lift items-center gap-2.5 rounded-lg bg-raised py-2 ps-3 pe-2 text-body text-ink shadow-modal"
    >
      <Icon aria-hidden className={classes('size-4 shrink-0', ink[tone])} />
      <span className="min-w-0 flex-1 py-1">{text}</span>
      {undo && (
        <button
          type="button"
          onClick={takeBack}
          className="rounded-sm px-2 py-1 font-medium text-accent-ink hover:bg-accent-soft"
        >
          {t('undo')}
        </button>
      )}
      <button
        type="button"
        aria-label={t('close')}
        onClick={() => dismissToast(id)}
        className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  );
}
