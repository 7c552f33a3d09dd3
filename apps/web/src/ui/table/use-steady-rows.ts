import { useCallback, useEffect, useMemo, useRef, useState, type RefCallback } from 'react';

interface Steady<Row> {
  rows: readonly Row[];
  /** How many came since somebody began to read, and wait to be let in. */
  waiting: number;
  /** Ids of those that went meanwhile and are still shown. */
  gone: ReadonlySet<string>;
  letIn: () => void;
  /** Of the element around the rows. */
  hold: RefCallback<HTMLElement>;
}

/**
 * A list that changes by itself must not move under somebody's pointer: while it is there, rows keep their places, with
 * what is new about each, and what comes waits above.
 */
export function useSteadyRows<Row>(latest: readonly Row[], idOf: (row: Row) => string): Steady<Row> {
  const [held, setHeld] = useState<readonly Row[]>();
  const settled = useMemo(() => steady(latest, held, idOf), [latest, held, idOf]);
  const letIn = useCallback(() => setHeld((now) => (now === undefined ? now : latest)), [latest]);
  const now = useRef(latest);
  useEffect(() => {
    now.current = latest;
  });
  // Heard from the page itself: React would also tell of a dialog that was opened from a row and lies over the list.
  const hold = useCallback((element: HTMLElement | null) => {
    const enter = (): void => setHeld(now.current);
    const leave = (): void => setHeld(undefined);
    element?.addEventListener('pointerenter', enter);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointerenter', enter);
      element?.removeEventListener('pointerleave', leave);
    };
  }, []);
  return { ...settled, letIn, hold };
}

/** Rows further down than what was held are older ones that somebody asked for: they move nothing. */
export function steady<Row>(
  latest: readonly Row[],
  held: readonly Row[] | undefined,
  idOf: (row: Row) => string,
): Pick<Steady<Row>, 'rows' | 'waiting' | 'gone'> {
  if (held === undefined || held.length === 0) return { rows: latest, waiting: 0, gone: new Set() };
  const now = new Map(latest.map((row) => [idOf(row), row]));
  const known = new Set(held.map(idOf));
  const lastKnown = latest.findLastIndex((row) => known.has(idOf(row)));
  const isNew = (row: Row): boolean => !known.has(idOf(row));
  const below = lastKnown === -1 ? [] : latest.slice(lastKnown + 1).filter(isNew);
  return {
    rows: [...held.map((row) => now.get(idOf(row)) ?? row), ...below],
    waiting: latest.filter(isNew).length - below.length,
    gone: new Set([...known].filter((id) => !now.has(id))),
  };
}
