import { parseDelivery, type Update } from '@trikon/whatsapp/webhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { plantConnection, takingIn, type Connected } from '../../../../test/webhooks/processing-ground.ts';
import { hasSamples, placesIn, readSamples } from '../../../../test/webhooks/samples.ts';
import { storeDeliveries } from '../ingest/deliveries.ts';
import { takeIn } from './take-in.ts';

let app: TestApp;
let owner: Signed;
let connected: Connected;
const samples = readSamples();

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
  const shared = { workspaceId: owner.workspaceId };
  connected = await plantConnection(app.database.asOwner, shared);
  const accounts = new Map<string, Connected>();
  for (const { wabaId, phoneNumberId } of placesIn(samples.map(({ body }) => body))) {
    const { appId, metaAppId } = connected;
    const of = accounts.get(wabaId);
    const place = {
      ...shared,
      appId,
      metaAppId,
      wabaId,
      phoneNumberId,
      ...(of && { accountId: of.accountId }),
    };
    accounts.set(wabaId, await plantConnection(app.database.asOwner, place));
  }
});
afterAll(() => app.stop());

interface Delivery {
  deliveryId: string;
  state: string;
  reason: string | null;
  body: string;
}

async function deliver(body: object): Promise<Delivery> {
  const bytes = Buffer.from(JSON.stringify(body));
  await storeDeliveries(app.db, [{ ...connected, body: bytes }], app.clock.now());
  await takeIn(takingIn(app.db));
  const { body: page } = await owner.api.get<{ items: Delivery[] }>('/webhooks/deliveries?limit=1');
  return (await owner.api.get<Delivery>(`/webhooks/deliveries/${page.items[0]!.deliveryId}`)).body;
}

/** Where somebody who reads by the API finds it: in a thread, at a message, or among the other updates. */
async function isReadable({ value, key }: Update): Promise<boolean> {
  const wamid = (value as { id?: string }).id ?? '';
  const [message] = await app.database.asOwner<{ id: string }>(
    `select message_id as id from message_keys where wamid = $1`,
    [wamid],
  );
  if (message !== undefined) return (await owner.api.get(`/messages/${message.id}`)).status === 200;
  const [stray] = await app.database.asOwner('select 1 from stray_statuses where $1 in (wamid, recipient)', [
    wamid,
  ]);
  if (stray !== undefined) return true;
  const [update] = await app.database.asOwner<{ id: string }>(
    `select update_id as id from webhook_updates where key = $1`,
    [key],
  );
  if (update === undefined) return false;
  const { body } = await owner.api.get<{ items: { updateId: string }[] }>('/webhooks/updates?limit=200');
  return body.items.some(({ updateId }) => updateId === update.id);
}

test.runIf(hasSamples)('there are samples of most kinds', () => {
  expect(samples.length).toBeGreaterThan(30);
});

test.runIf(hasSamples).each(samples)('$name is taken in whole and can be read', async ({ body }) => {
  const delivery = await deliver(body);
  expect(delivery).toMatchObject({ state: 'done', reason: null });
  expect(JSON.parse(delivery.body)).toEqual(body);
  const parsed = parseDelivery(Buffer.from(JSON.stringify(body)));
  const updates = parsed.outcome === 'read' ? parsed.updates : [];
  expect(updates.length).toBeGreaterThan(0);
  for (const update of updates) expect(await isReadable(update), update.key).toBe(true);
});

test('without the samples beside the repository there is nothing to hold this against', (context) => {
  if (!hasSamples) context.skip('The folder shared/reference/webhook-samples is not there.');
});
