import { useEffect, useRef, useState, type RefObject } from 'react';
import { addDays, addMonths, asDate, type Day } from './day.ts';

interface MonthState {
  /** The day the keyboard is on; its month is the one on show. */
  day: Day;
  turn: (months: number) => void;
}

/** Arrows move by day and week, Page keys by month, Home and End within the week. */
export function useMonth(grid: RefObject<HTMLElement | null>, start: Day, last: Day | undefined): MonthState {
  const [day, setDay] = useState(start);
  // Only a key moves focus; turning the page with its buttons leaves it on them.
  const moved = useRef(false);

  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    moved.current = false;
  }, [grid, day]);

  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const to = dayAfterKey(event.key, day);
      if (to === undefined) return;
      event.preventDefault();
      moved.current = true;
      setDay(last && to > last ? last : to);
    };
    const table = grid.current;
    table?.addEventListener('keydown', move);
    return () => table?.removeEventListener('keydown', move);
  }, [grid, day, last]);

  return { day, turn: (months) => setDay(addMonths(day, months)) };
}

function dayAfterKey(key: string, day: Day): Day | undefined {
  const weekday = (asDate(day).getUTCDay() + 6) % 7;
  const moves: Record<string, Day> = {
    ArrowLeft: addDays(day, -1),
    ArrowRight: addDays(day, 1),
    ArrowUp: addDays(day, -7),
    ArrowDown: addDays(day, 7),
    Home: addDays(day, -weekday),
    End: addDays(day, 6 - weekday),
    PageUp: addMonths(day, -1),
    PageDown: addMonths(day, 1),
  };
  return moves[key];
}
