import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReferences } from './reference.ts';

const ours = createReferences(Buffer.alloc(32, 1));
const messageId = '019358d2-9a00-7000-8000-0123456789ab';

test('a reference tells which attempt it was, and holds nothing else', () => {
  const reference = ours.referenceOf(messageId, 3);
  expect(reference).toMatch(/^v1\.019358d2-9a00-7000-8000-0123456789ab\.3\.[0-9a-f]{16}$/);
  expect(ours.readReference(reference)).toEqual({ messageId, attempt: 3 });
});

test('every reference of ours can be read', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 32_767 }), (id, attempt) => {
      expect(ours.readReference(ours.referenceOf(id, attempt))).toEqual({ messageId: id, attempt });
    }),
  );
});

test('a reference in which any one character was changed proves nothing', () => {
  const reference = ours.referenceOf(messageId, 12);
  fc.assert(
    fc.property(
      fc.nat(reference.length - 1),
      fc.constantFrom(...'0123456789abcdef.-v'.split('')),
      (place, letter) => {
        const changed = reference.slice(0, place) + letter + reference.slice(place + 1);
        fc.pre(changed !== reference);
        expect(ours.readReference(changed)).toBeNull();
      },
    ),
  );
});

test.each([undefined, null, 4, {}, '', 'v1', 'v1...', `v1.${messageId}.0.0123456789abcdef`, 'order 17'])(
  'what is no reference (%j) proves nothing',
  (text) => {
    expect(ours.readReference(text)).toBeNull();
  },
);

test('the reference of another installation proves nothing', () => {
  const theirs = createReferences(Buffer.alloc(32, 2));
  expect(ours.readReference(theirs.referenceOf(messageId, 1))).toBeNull();
});
