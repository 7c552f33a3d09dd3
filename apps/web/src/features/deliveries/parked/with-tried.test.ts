import { expect, it } from 'vitest';
import type { Delivery } from '../queries.ts';
import { withTried } from './with-tried.ts';

const delivery = (deliveryId: string, attempts = 0): Delivery => ({ deliveryId, attempts }) as Delivery;
const ids = (deliveries: readonly Delivery[]): string[] => deliveries.map(({ deliveryId }) => deliveryId);

it('keeps what was tried again in its place when it is parked no longer', () => {
  expect(ids(withTried([delivery('9'), delivery('5'), delivery('1')], [delivery('3')]))).toEqual([
    '9',
    '5',
    '3',
    '1',
  ]);
});

it('shows what was parked anew once, as it is now', () => {
  expect(withTried([delivery('3', 2)], [delivery('3')])).toEqual([delivery('3', 2)]);
});
