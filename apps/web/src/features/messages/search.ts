import { isId } from '../../data/address-id.ts';

/** How far a message came; written out, since the contract would bring all its schemas onto every page. */
export const statuses = [
  'received',
  'queued',
  'sending',
  'unknown',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'refused',
  'cancelled',
  'expired',
] as const;
export type Status = (typeof statuses)[number];

export interface MessagesSearch {
  number?: string;
  direction?: 'in' | 'out';
  status?: Status;
  view?: string;
  /** The field for an id takes the keyboard. */
  find?: boolean;
}

export function readMessagesSearch(given: Record<string, unknown>): MessagesSearch {
  const { number, direction, view, find } = given;
  const status = statuses.find((one) => one === given['status']);
  return {
    ...(isId(number) ? { number } : {}),
    ...(direction === 'in' || direction === 'out' ? { direction } : {}),
    ...(status ? { status } : {}),
    ...(typeof view === 'string' ? { view } : {}),
    ...(find === true ? { find } : {}),
  };
}
