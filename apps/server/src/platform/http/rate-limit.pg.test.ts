import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient, keyClient, type ApiClient } from '../../../test/api-client.ts';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp();
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

async function newKey(requestsPerMinute: number): Promise<ApiClient> {
  const key = { name: 'Till', permissions: ['workspace.read'], requestsPerMinute };
  return keyClient(app, String((await owner.api.post('/api-keys', key)).body.key));
}

test('a key is told how many requests it has left, and when to come back', async () => {
  const till = await newKey(3);
  const answers = [];
  for (let at = 0; at < 4; at += 1) answers.push(await till.get('/workspace'));
  expect(answers.map(({ status, headers }) => `${status} ${headers.get('ratelimit-remaining')}`)).toEqual([
    '200 2',
    '200 1',
    '200 0',
    '429 null',
  ]);
  expect(answers[3]).toMatchObject({ body: { code: 'rate_limited', status: 429 } });
  const wait = Number(answers[3]!.headers.get('retry-after'));
  app.clock.advance(wait * 1_000);
  expect((await till.get('/workspace')).status).toBe(200);
});

test('two keys of one workspace do not use up each other’s requests', async () => {
  const [first, second] = [await newKey(1), await newKey(1)];
  await first.get('/workspace');
  expect((await first.get('/workspace')).status).toBe(429);
  expect((await second.get('/workspace')).status).toBe(200);
});

test('a stranger cannot dodge the limit by claiming to be someone else', async () => {
  app.clock.advance(61_000);
  const statuses: number[] = [];
  for (let at = 0; at < 130; at += 1) {
    const claims = {
      'x-forwarded-for': `203.0.113.${at}`,
      forwarded: `for=203.0.113.${at}`,
      'x-real-ip': `203.0.113.${at}`,
      'x-trikon-client-ip': `203.0.113.${at}`,
    };
    statuses.push((await apiClient(app, claims).get('/set-up')).status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(120);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test('guessing passwords is slowed down, whatever address the guesser claims', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 12; at += 1) {
    const stranger = apiClient(app, {
      'x-forwarded-for': `203.0.113.${at}`,
      'x-trikon-client-ip': `203.0.113.${at}`,
    });
    const guess = { email: `someone.${at}@example.in`, password: `guess number ${at}` };
    const answer = await stranger.post('/api/auth/sign-in/email', guess);
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});
