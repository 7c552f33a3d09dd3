import { useEffect, useRef, type RefObject } from 'react';
import type { DataTableModel } from './use-data-table.ts';

interface RowKeysOptions<Data extends object> {
  model: DataTableModel<Data>;
  body: RefObject<HTMLElement | null>;
  /** The row that Tab comes to. */
  active: number;
  setActive: (index: number) => void;
  pageSize: () => number;
  reveal: (index: number) => void;
  open: ((row: Data) => void) | undefined;
}

/**
 * One row is the way in by Tab. From it: arrows or J and K move, Home, End and Page keys jump, Space selects, Shift
 * with an arrow extends, Enter opens, Ctrl-A takes all, Escape lets go, → steps into the row's own controls and ← out.
 */
export function useRowKeys<Data extends object>({
  model,
  body,
  active,
  setActive,
  pageSize,
  reveal,
  open,
}: RowKeysOptions<Data>): void {
  // Only a key moves focus; a re-render after new data must not pull it out of a field elsewhere.
  const wanted = useRef<number | null>(null);
  const last = model.rows.length - 1;
  const current = Math.min(active, last);

  useEffect(() => {
    if (wanted.current === null) return;
    const row = rowAt(body.current, wanted.current);
    if (!row) return; // Not drawn yet: the list is still scrolling there.
    wanted.current = null;
    row.focus();
  });

  const go = (to: number, extend: boolean) => {
    const next = Math.min(last, Math.max(0, to));
    if (extend && model.selectable) {
      const [from, until] = [Math.min(current, next), Math.max(current, next)];
      for (const row of model.rows.slice(from, until + 1)) row.toggleSelected(true);
    }
    wanted.current = next;
    reveal(next);
    setActive(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    if (!onRow) {
      if (event.key === 'ArrowLeft' && event.target && !isField(event.target))
        rowAt(body.current, current)?.focus();
      return;
    }
    const row = model.rows[current];
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      Home: 0,
      End: last,
      PageDown: current + pageSize(),
      PageUp: current - pageSize(),
    };
    const control = event.ctrlKey || event.metaKey;
    const to = control ? undefined : moves[event.key];
    if (to !== undefined) go(to, event.shiftKey);
    else if (event.key === ' ' && row && model.selectable) row.toggleSelected();
    else if (event.key === 'x' && row && model.selectable && !control) row.toggleSelected();
    else if (event.key === 'Enter' && row && open) open(row.original);
    else if (event.key === 'a' && control && model.selectable) model.selectAll(true);
    else if (event.key === 'Escape' && model.selected.length > 0) model.clearSelection();
    else if (event.key === 'ArrowRight' && event.target) firstControl(event.target)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // One listener where the rows' keys bubble to, renewed after each draw so that it sees the rows on show.
  useEffect(() => {
    const rows = body.current;
    rows?.addEventListener('keydown', onKeyDown);
    return () => rows?.removeEventListener('keydown', onKeyDown);
  });
}

function rowAt(body: HTMLElement | null, index: number): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
}

function firstControl(row: EventTarget): HTMLElement | null {
  return row instanceof HTMLElement
    ? row.querySelector<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled)')
    : null;
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
