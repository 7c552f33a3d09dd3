import type { Delivery } from '../queries.ts';

/** How long it waited until it was taken in, in milliseconds. */
export const tookIn = ({ receivedAt, doneAt }: Pick<Delivery, 'receivedAt' | 'doneAt'>): number | null =>
  doneAt === null ? null : new Date(doneAt).getTime() - new Date(receivedAt).getTime();
