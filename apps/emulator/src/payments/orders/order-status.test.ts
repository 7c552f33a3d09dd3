import type { OrderStatus } from '@trikon/whatsapp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBecome } from './order-status.ts';

const statuses: OrderStatus[] = [
  'pending',
  'processing',
  'partially_shipped',
  'shipped',
  'completed',
  'canceled',
];

test('an order never becomes pending again, and nothing once it is over', () => {
  for (const from of statuses) expect(mayBecome(from, 'pending')).toBe(false);
  for (const to of statuses) {
    expect(mayBecome('completed', to)).toBe(false);
    expect(mayBecome('canceled', to)).toBe(false);
  }
});

test('an order on its way may change its mind among the steps, and can always be ended', () => {
  const open = fc.constantFrom(...statuses.slice(0, 4));
  fc.assert(
    fc.property(open, fc.constantFrom(...statuses.slice(1)), (from, to) => {
      expect(mayBecome(from, to)).toBe(true);
    }),
  );
});
