import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { ToastCard } from './ToastCard.tsx';
import { readToasts, subscribeToasts } from './toast-store.ts';

/** Mounted once, in the shell. F8 brings the keyboard to the newest one. */
export function Toasts() {
  const t = useT(uiMessages);
  const toasts = useSyncExternalStore(subscribeToasts, readToasts);
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (event.key === 'F8') region.current?.querySelector<HTMLElement>('li:last-child button')?.focus();
    };
    addEventListener('keydown', reach);
    return () => removeEventListener('keydown', reach);
  }, []);

  return (
    <section
      ref={region}
      aria-label={`${t('notifications')} (F8)`}
      className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--bottom-bar,0px)+12px)] z-70 flex justify-center sm:inset-x-auto sm:start-4 sm:bottom-4 sm:justify-start"
    >
      <ol aria-live="polite" aria-relevant="additions" className="grid w-full max-w-sm gap-2">
        {toasts.map((one) => (
          <ToastCard key={one.id} toast={one} />
        ))}
      </ol>
    </section>
  );
}
