import { isId } from '../../data/address-id.ts';
import type { Delivery } from './queries.ts';

export type State = Delivery['state'];

/** Written out rather than taken from the contract, which would bring all its schemas onto every page. */
export const states = ['pending', 'done', 'parked', 'discarded'] as const satisfies readonly State[];

interface DeliveriesSearch {
  state?: State;
}

export function readDeliveriesSearch({ state }: Record<string, unknown>): DeliveriesSearch {
  const known = states.find((one) => one === state);
  return known ? { state: known } : {};
}

interface UpdatesSearch {
  kind?: string;
  /** The update that is looked at. */
  open?: string;
}

export function readUpdatesSearch({ kind, open }: Record<string, unknown>): UpdatesSearch {
  return {
    ...(typeof kind === 'string' && /^[a-z-]{1,60}$/.test(kind) ? { kind } : {}),
    ...(isId(open) ? { open } : {}),
  };
}
