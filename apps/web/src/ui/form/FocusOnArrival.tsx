import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** Puts the keyboard into the first field inside, once: for a page or a step whose one purpose is that field. */
export function FocusOnArrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // Before it is painted: what is typed into a field that is seen must not fall beside it.
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  );
}
