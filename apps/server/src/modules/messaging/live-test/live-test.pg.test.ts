import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../../../../test/meta/stage.ts';

interface LiveTest {
  testId: string;
  state: string;
  messageId: string | null;
  steps: {
    step: string;
    result: string;
    reason: string | null;
    words: { en: { happened: string; next: string } };
  }[];
}

const asha = '919876543210';
let stage: MetaStage;
let numberId: string;

beforeAll(async () => {
  stage = await openMetaStage({ TRIKON_ROLES: 'api,ingest,worker' });
  const { app, owner } = stage;
  const { body } = await owner.api.post<{ accountId: string }>('/numbers/connections', silks);
  const [number] = await app.database.asOwner<{ id: string }>(
    'select number_id as id from numbers where phone_number_id = $1',
    [silksNumber],
  );
  numberId = number!.id;
  expect((await owner.api.post('/templates/sync', { accountId: body.accountId })).status).toBe(200);
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => {
  // Another moment, so that what was said in an earlier test answers none of these.
  stage.app.clock.advance(10_000);
});

const start = (more: object = {}) =>
  stage.owner.api.post<LiveTest>(`/numbers/${numberId}/live-test`, { phone: `+${asha}`, ...more });
const follow = async (testId: string): Promise<LiveTest> =>
  (await stage.owner.api.get<LiveTest>(`/live-tests/${testId}`)).body;
const results = ({ steps }: LiveTest): string[] => steps.map(({ step, result }) => `${step} ${result}`);

/** Time passes at Meta until the test says so. */
const until = (testId: string, wanted: string): Promise<void> =>
  expect
    .poll(
      async () => {
        await stage.inside.world.travel(2_000);
        return results(await follow(testId));
      },
      { timeout: 15_000, interval: 100 },
    )
    .toContain(wanted);

test('a number is tried with a phone: the message leaves, arrives and is answered', async () => {
  const { body, status } = await start();
  expect(status).toBe(200);
  expect(results(body)[0]).toBe('allowed passed');
  await until(body.testId, 'delivered passed');
  const waiting = await follow(body.testId);
  expect(waiting.state).toBe('running');
  expect(waiting.steps.at(-1)).toMatchObject({
    result: 'waiting',
    words: { en: { happened: 'Now answer the message from the phone: write “hi”.' } },
  });
  await fetch(`${stage.emulator.url}/world/phones/${asha}/actions`, {
    method: 'POST',
    body: JSON.stringify({ type: 'send-text', chat: silksNumber, text: 'hi' }),
  });
  await until(body.testId, 'answered passed');
  const passed = await follow(body.testId);
  expect(passed.state).toBe('passed');
  expect(new Set(passed.steps.map(({ result }) => result))).toEqual(new Set(['passed']));
});

test('a template that needs values is refused by the rules, which say so', async () => {
  const { body } = await start({ template: 'order_confirmation' });
  expect(body).toMatchObject({ state: 'failed' });
  expect(body.steps[0]).toMatchObject({
    step: 'allowed',
    result: 'failed',
    reason: 'values_missing',
  });
  expect(results(body).slice(1)).toEqual([
    'accepted skipped',
    'sent skipped',
    'delivered skipped',
    'answered skipped',
  ]);
});

test('what Meta refuses is told in words for people', async () => {
  stage.order('POST number/messages', { type: 'error', code: 131026 });
  const { body } = await start();
  await until(body.testId, 'accepted failed');
  const { steps } = await follow(body.testId);
  expect(steps[1]).toMatchObject({
    reason: 'meta_131026',
    words: { en: { happened: expect.stringContaining('cannot reach the customer') } },
  });
});

test('an unknown template, a phone that is none and another workspace’s test are said', async () => {
  expect((await start({ template: 'nobody' })).body).toMatchObject({
    fields: [{ field: 'template', code: 'unknown' }],
  });
  expect((await start({ phone: 'asha’s phone' })).status).toBe(400);
  expect((await stage.owner.api.get(`/live-tests/${numberId}`)).status).toBe(404);
});
