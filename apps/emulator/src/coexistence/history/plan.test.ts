import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planHistory } from './plan.ts';

const day = 24 * 3_600_000;
const day0 = 1000 * day;

const past = fc.array(
  fc.record({
    id: fc.uuid(),
    chat: fc.constantFrom('asha', 'rohan', 'fatima'),
    at: fc.integer({ min: day0 - 220 * day, max: day0 + day }),
  }),
  { maxLength: 200 },
);

test('every message of the last 180 days is in one piece, in the phase of its age, and none is too large', () => {
  fc.assert(
    fc.property(past, fc.integer({ min: 1, max: 40 }), (messages, size) => {
      const chunks = planHistory(messages, { day0, size });
      const shared = messages.filter(({ at }) => at >= day0 - 180 * day);
      expect(chunks.flatMap(({ ids }) => ids).sort()).toEqual(shared.map(({ id }) => id).sort());
      for (const { ids, phase } of chunks) {
        expect(ids.length).toBeLessThanOrEqual(size);
        expect(ids.length).toBeGreaterThan(0);
        for (const id of ids) {
          const age = (day0 - (messages.find((one) => one.id === id)?.at ?? 0)) / day;
          expect(phase).toBe(age <= 1 ? 0 : age <= 90 ? 1 : 2);
        }
      }
    }),
  );
});

test('progress only grows with the pieces and ends at a hundred, and places count from one in each phase', () => {
  fc.assert(
    fc.property(past, fc.integer({ min: 1, max: 40 }), (messages, size) => {
      const chunks = planHistory(messages, { day0, size });
      const progress = chunks.map((chunk) => chunk.progress);
      expect(progress).toEqual([...progress].sort((one, other) => one - other));
      expect(progress.at(-1) ?? 100).toBe(100);
      for (const phase of [0, 1, 2]) {
        const orders = chunks.filter((chunk) => chunk.phase === phase).map(({ order }) => order);
        expect(orders).toEqual(orders.map((_, place) => place + 1));
      }
    }),
  );
});

test('the messages of a chat stay together and in their order', () => {
  const messages = ['a1', 'b1', 'a2', 'b2'].map((id, place) => ({
    id,
    chat: id.charAt(0),
    at: day0 - 1000 + place,
  }));
  expect(planHistory(messages, { day0, size: 10 })).toEqual([
    { phase: 0, order: 1, progress: 100, ids: ['a1', 'a2', 'b1', 'b2'] },
  ]);
});

test('a phase begins at its first moment', () => {
  const messages = [1, 90, 180].map((days) => ({ id: `${days}`, chat: 'asha', at: day0 - days * day }));
  const phases = planHistory(messages, { day0, size: 10 }).map(({ phase, ids }) => [phase, ids]);
  expect(phases).toEqual([
    [0, ['1']],
    [1, ['90']],
    [2, ['180']],
  ]);
});
