import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * A new address is a new page: the keyboard and the screen reader go to its heading, and it starts at its top. A change
 * of search parameters (a filter, a tab) is the same page, and nothing moves.
 */
export function usePageArrival(main: RefObject<HTMLElement | null>): void {
  const arrived = useRouterState({
    select: (state) => (state.status === 'idle' ? state.resolvedLocation?.pathname : undefined),
  });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (arrived === undefined || arrived === before.current) return;
    const first = before.current === undefined;
    before.current = arrived;
    // The first page must not steal the cursor from the address bar or from a field that took it.
    if (first || !main.current) return;
    main.current.scrollTo({ top: 0 });
    const heading = main.current.querySelector<HTMLElement>('h1');
    (heading ?? main.current).focus({ preventScroll: true });
  }, [arrived, main]);
}
