import type { Delivery } from '../queries.ts';

/**
 * What is parked, and in its old place what was tried again from here: newest first, as ids go by time. What is parked
 * anew is shown as it is now.
 */
export function withTried(parked: readonly Delivery[], tried: readonly Delivery[]): Delivery[] {
  const byId = new Map([...tried, ...parked].map((delivery) => [delivery.deliveryId, delivery]));
  return [...byId.values()].sort((a, b) => (a.deliveryId < b.deliveryId ? 1 : -1));
}
