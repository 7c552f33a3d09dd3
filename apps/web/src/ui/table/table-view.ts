/** How someone looks at a table: what a saved view keeps, an address carries and a server can be asked for. */
export interface TableView {
  sort: { column: string; down: boolean } | null;
  hidden: readonly string[];
  /** Which rows there are, in the words of the page: its search and its filter. */
  narrowed?: Readonly<Record<string, string>>;
}

export interface SavedView {
  id: string;
  name: string;
  view: TableView;
}

export const plainView: TableView = { sort: null, hidden: [] };

export function sameView(a: TableView, b: TableView): boolean {
  return viewToText(a) === viewToText(b) && narrowedText(a) === narrowedText(b);
}

const narrowedText = ({ narrowed = {} }: TableView): string =>
  JSON.stringify(Object.entries(narrowed).sort(([a], [b]) => a.localeCompare(b)));

/** "-spent~city,tags": short enough for an address bar, readable by a person. */
export function viewToText({ sort, hidden }: TableView): string {
  const order = sort ? `${sort.down ? '-' : ''}${sort.column}` : '';
  const without = [...hidden].sort().join(',');
  return without ? `${order}~${without}` : order;
}

/** Columns that no longer exist are forgotten, so that an old link still opens. */
export function viewFromText(text: string | undefined, columns: readonly string[]): TableView {
  const [order = '', without = ''] = (text ?? '').split('~');
  const column = order.replace(/^-/, '');
  return {
    sort: columns.includes(column) ? { column, down: order.startsWith('-') } : null,
    hidden: without.split(',').filter((id) => columns.includes(id)),
  };
}

/** First press smallest first, second largest first, third back to the order the rows came in. */
export function nextSort(view: TableView, column: string): TableView {
  if (view.sort?.column !== column) return { ...view, sort: { column, down: false } };
  return { ...view, sort: view.sort.down ? null : { column, down: true } };
}

export function toggleColumn(view: TableView, column: string): TableView {
  const hidden = view.hidden.includes(column)
    ? view.hidden.filter((id) => id !== column)
    : [...view.hidden, column];
  return { ...view, hidden };
}
