import { useEffect, useRef, type ReactNode } from 'react';

/** Puts the keyboard into the first field inside, once: for a page or a step whose one purpose is that field. */
export function FocusOnArrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  );
}
