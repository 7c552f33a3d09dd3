import { useState } from 'react';
import { plainView, type SavedView, type TableView } from './table-view.ts';

interface Stored {
  view: TableView;
  saved: readonly SavedView[];
}

interface StoredViews extends Stored {
  setView: (view: TableView) => void;
  save: (name: string) => void;
  remove: (id: string) => void;
}

/** A table's view and its saved views, remembered in this browser. A feature that shares views keeps them on the server instead. */
export function useStoredView(name: string, start: TableView = plainView): StoredViews {
  const key = `trikon.table.${name}`;
  const [state, setState] = useState<Stored>(() => read(key) ?? { view: start, saved: [] });
  const put = (next: Stored) => {
    setState(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Full or forbidden storage costs the memory of a view, nothing else.
    }
  };
  return {
    ...state,
    setView: (view) => put({ ...state, view }),
    save: (title) =>
      put({ ...state, saved: [...state.saved, { id: crypto.randomUUID(), name: title, view: state.view }] }),
    remove: (id) => put({ ...state, saved: state.saved.filter((one) => one.id !== id) }),
  };
}

function read(key: string): Stored | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null) ?? undefined;
  } catch {
    return undefined;
  }
}
