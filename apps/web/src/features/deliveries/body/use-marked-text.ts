import { useLayoutEffect, type RefObject } from 'react';
import type { Span } from './spans.ts';

/** The names of styles/marks.css. */
export type Mark = 'json-name' | 'json-text' | 'json-value' | 'found' | 'found-now';

// The one that is looked at lies over the other places, and those over the colours of the text.
const order: readonly Mark[] = ['json-name', 'json-text', 'json-value', 'found', 'found-now'];

/**
 * Colours parts of a text without an element for each: megabytes stay one piece of text, which selects and copies as
 * what it is. A browser without highlights shows it in one colour.
 */
export function useMarkedText(
  element: RefObject<HTMLElement | null>,
  spans: readonly Span[],
  mark: Mark,
): void {
  useLayoutEffect(() => {
    const node = element.current?.firstChild;
    if (!(node instanceof Text) || !('highlights' in CSS) || spans.length === 0) return undefined;
    const highlight = new Highlight();
    highlight.priority = order.indexOf(mark);
    for (const span of spans) highlight.add(rangeOf(node, span));
    CSS.highlights.set(mark, highlight);
    return () => void CSS.highlights.delete(mark);
  }, [element, spans, mark]);
}

function rangeOf(node: Text, { from, to }: Span): Range {
  const range = new Range();
  range.setStart(node, Math.min(from, node.length));
  range.setEnd(node, Math.min(to, node.length));
  return range;
}

/** Brings a place of a text into the middle of the element that scrolls it. */
export function showSpan(scroller: HTMLElement, span: Span): void {
  const node = scroller.firstChild;
  if (!(node instanceof Text)) return;
  const place = rangeOf(node, span).getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  scroller.scrollTop += place.top - frame.top - frame.height / 2;
}
