import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { type RunningEmulator, startEmulator } from '../start.ts';

/** Monday, 5 October 2026, noon in India. */
const noon = Date.UTC(2026, 9, 5, 6, 30);
const hour = 3_600_000;

let folder: string;
let running: RunningEmulator;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'counted-'));
  running = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'counted', rate: 0, now: noon });
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

const ask = async (method: string, address: string, body?: object): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${running.url}/v25.0/${address}`, {
    method,
    headers: { authorization: `Bearer ${sample.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, unknown>;
};

const send = (to: string) =>
  ask('POST', `${sample.numberId}/messages`, {
    messaging_product: 'whatsapp',
    to,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  });

test('what is sent and delivered shows in the analytics, in the history, and in the limit', async () => {
  const { messages } = await send('+919812300001');
  await running.inside.emulator.world.travel(10_000);
  const range = `.start(${noon / 1000 - 86_400}).end(${noon / 1000 + 86_400})`;
  const { analytics } = await ask('GET', `${sample.wabaId}?fields=analytics${range}.granularity(DAY)`);
  expect(analytics).toMatchObject({ data_points: [{ sent: 1, delivered: 1 }] });
  const asked = `pricing_analytics${range}.granularity(DAILY).dimensions([COUNTRY,PRICING_CATEGORY])`;
  const { pricing_analytics: prices } = await ask('GET', `${sample.wabaId}?fields=${asked}`);
  expect(prices).toMatchObject({
    data: [{ data_points: [{ country: 'IN', pricing_category: 'UTILITY', volume: 1, cost: 0.115 }] }],
  });
  const [{ id }] = messages as [{ id: string }];
  const history = await ask('GET', `${sample.numberId}/message_history?message_id=${encodeURIComponent(id)}`);
  expect(history.data).toMatchObject([
    { message_id: id, events: { data: [{ delivery_status: 'SENT' }, { delivery_status: 'DELIVERED' }, {}] } },
  ]);
  const { limits } = running.inside.accounts;
  expect(limits.used(sample.businessId)).toBe(1);
  await running.inside.emulator.world.travel(24 * hour);
  expect(limits.used(sample.businessId)).toBe(0);
});

test('a template is counted by its id, and by nobody else', async () => {
  await send('+919812300001');
  await running.inside.emulator.world.travel(10_000);
  const { data } = await ask('GET', `${sample.wabaId}/message_templates?name=hello_world&fields=id`);
  const [{ id }] = data as [{ id: string }];
  const query = `start=${noon / 1000 - 86_400}&end=${noon / 1000 + 86_400}&granularity=DAILY&template_ids=${id}`;
  const answer = await ask('GET', `${sample.wabaId}/template_analytics?${query}`);
  expect(answer.data).toMatchObject([
    {
      data_points: [
        { template_id: id, sent: 1, delivered: 1, cost: [{ type: 'amount_spent', value: 0.115 }, {}, {}] },
      ],
    },
  ]);
});

test('beyond the limit of the portfolio a template fails and is not counted as delivered', async () => {
  const { directory, world } = running.inside.emulator;
  directory.businesses.change(sample.businessId, { tier: 'TIER_250' });
  for (let person = 0; person < 250; person++)
    running.inside.accounts.limits.noteDelivered(sample.businessId, `9199${person}`);
  const { messages } = await send('+919812300001');
  await world.travel(10_000);
  const [{ id }] = messages as [{ id: string }];
  expect(running.inside.messages.all.get(id)?.failure?.code).toBe(131048);
  expect(running.inside.accounts.limits.used(sample.businessId)).toBe(250);
});
