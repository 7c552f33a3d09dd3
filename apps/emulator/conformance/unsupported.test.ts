import { afterAll, beforeAll, expect, test } from 'vitest';
import { sample } from '../src/sample/sample-world.ts';
import { examples } from './examples/all.ts';
import { openTown, type Town } from './rehearsal/town.ts';
import { probe, readUnsupported } from './unsupported.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown(fetch);
});
afterAll(() => town.stop());

const rows = readUnsupported();

test('a row is read with its call, its error and its reason', () => {
  const text =
    '| `POST /{WABA-ID}/dataset` | 100/33 | ads |\n| Calls by SIP | 131055 | why |\n| `category` | 100 | x |';
  expect(readUnsupported(text)).toEqual([{ call: 'POST /{WABA-ID}/dataset', error: '100/33', why: 'ads' }]);
  expect(rows.length).toBeGreaterThan(30);
});

test('every call of the list is answered by the error that stands there', async () => {
  const { app, business, waba, number } = {
    app: sample.appId,
    business: sample.businessId,
    waba: sample.wabaId,
    number: sample.numberId,
  };
  const target = { base: town.base, token: sample.token, ids: { app, business, waba, number }, fetch };
  const answered = await Promise.all(
    rows.map(async (row) => ({ call: row.call, error: await probe(row, target) })),
  );
  expect(answered).toEqual(rows.map(({ call, error }) => ({ call, error })));
});

test('a call that works is noticed', async () => {
  const target = { base: town.base, token: sample.token, ids: { waba: sample.wabaId }, fetch };
  const row = { call: 'GET /{WABA-ID}/flows', error: '100', why: '' };
  expect(await probe(row, target)).toBe('status 200');
});

test('no call is listed that has an example, and none is listed twice', () => {
  const calls = rows.map(({ call }) => call);
  expect(examples.filter(({ call }) => calls.includes(call))).toEqual([]);
  expect(new Set(calls).size).toBe(calls.length);
});
