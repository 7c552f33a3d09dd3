/** Where a table's rows are on their way from the server. */
export interface TableSource {
  state: 'loading' | 'failed' | 'ready';
  retry?: () => void;
  /** More rows wait on the server. */
  more?: { loading: boolean; load: () => void } | undefined;
  /** How many there are in all, when the server knows. */
  total?: number;
}
