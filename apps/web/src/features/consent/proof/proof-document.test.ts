import { expect, test } from 'vitest';
import type { Proof } from '../queries.ts';
import { proofDocument } from './proof-document.ts';

test('a proof says nothing to a browser but what it says to a person', () => {
  const hostile = '<script>alert(1)</script>';
  const entry = { at: '2026-01-05T10:00:00.000Z', kind: 'granted', purpose: 'promotions', source: hostile };
  const words = { heading: hostile, body: hostile, agree: hostile };
  const proof = {
    contactName: hostile,
    contactPhone: null,
    at: '2026-01-06T10:00:00.000Z',
    entries: [{ ...entry, words, seal: { seq: 1, hash: 'ab', sealedAt: entry.at } }],
  } as unknown as Proof;
  const page = proofDocument(proof, { title: hostile, verdicts: [hostile] });
  expect(page).not.toContain('<script');
  expect(page.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(7);
});
