import { useLayoutEffect, useState, type RefObject } from 'react';

/** A table narrower than this shows each row as a card: measured on the table itself, since a panel can squeeze it on any screen. */
const narrow = 560;

export function useCardLayout(frame: RefObject<HTMLElement | null>): boolean {
  const [cards, setCards] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    // The observer's first report comes before the first paint.
    const observer = new ResizeObserver(() => setCards(element.clientWidth < narrow));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return cards;
}
