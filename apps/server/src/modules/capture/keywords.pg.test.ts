import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantNumber, type Planted } from '../../../test/plant-number.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { approveNotice } from './test/notices.ts';

let app: TestApp;
let owner: Planted;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await plantNumber(app);
  await approveNotice(owner, ['promotions']);
});
afterAll(() => app.stop());

interface Answer {
  entryPointId: string;
  fields?: { field: string; code: string; message: string }[];
}
const open = async (keyword: string, more: object = {}) =>
  (
    await owner.api.post<Answer>('/entry-points', {
      kind: 'keyword',
      name: `Poster ${randomUUID().slice(0, 8)}`,
      purposes: ['promotions'],
      numberId: owner.numberId,
      keywords: [keyword],
      ...more,
    })
  ).body;
const codeOf = async (keyword: string, more?: object) => (await open(keyword, more)).fields?.[0]?.code;

test('words by which customers ask for less are no words to opt in by, in any language', async () => {
  for (const word of ['STOP', 'unsubscribe!', 'बंद करो', 'stop promotions', 'বন্ধ করুন', 'நிறுத்து', 'band karo'])
    expect([word, await codeOf(word)]).toEqual([word, 'opt_out']);
  expect(await codeOf('START')).toBe('start');
  for (const word of ['Hi', 'ok', 'हाँ', 'My choices'])
    expect([word, await codeOf(word)]).toEqual([word, 'too_common']);
  expect(await codeOf('JOIN', { look: { message: 'Please stop' } })).toBe('opt_out');
});

test('a word of the workspace’s own is either for opting in or for stopping', async () => {
  expect((await owner.api.post('/opt-out-words', { words: 'silks chhodo', wish: 'stop' })).status).toBe(200);
  expect(await codeOf('Silks CHHODO!')).toBe('opt_out');
  expect(await codeOf('saree club')).toBeUndefined();
  const refused = await owner.api.post<Answer>('/opt-out-words', { words: 'Saree club', wish: 'stop' });
  expect([refused.status, refused.body.fields?.[0]?.code]).toEqual([400, 'keyword']);
  expect(refused.body.fields?.[0]?.message).toMatch(/“Poster \w+”/);
});

test('a word that another place has on the same number is refused by the name of that place', async () => {
  await open('diwali', { name: 'Diwali window' });
  const refused = await open('DIWALI');
  expect(refused.fields?.[0]).toMatchObject({ field: 'keywords', code: 'taken' });
  expect(refused.fields?.[0]?.message).toContain('“Diwali window”');
  const off = await open('DIWALI', { active: false });
  expect(off.fields).toBeUndefined();
  const { body } = await owner.api.patch<Answer>(`/entry-points/${off.entryPointId}`, { active: true });
  expect(body.fields?.[0]?.code).toBe('taken');
});
