import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '@trikon/emulator';
import { parseDelivery } from '@trikon/whatsapp/webhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorkspace } from '../../../../test/factories.ts';
import { silks, silksNumber } from '../../../../test/meta/stage.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { plantDoor } from '../../../../test/webhooks/plant-door.ts';

let app: TestApp;
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let folder: string;
let workspaceId: string;
let planted: Awaited<ReturnType<typeof plantDoor>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-from-meta-'));
  app = await startTestApp({ TRIKON_ROLES: 'api,ingest' });
  emulator = await startEmulator({
    port: 0,
    host: '127.0.0.1',
    folder,
    seed: 'ingest',
    rate: 0,
    now: app.clock.now().getTime(),
  });
  ({ workspaceId } = await buildWorkspace(app));
  planted = await plantDoor(app.db, { workspaceId, ...silks });
});
afterAll(async () => {
  await emulator.stop();
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(token: string, address: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${emulator.url}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
}

const stored = (): Promise<{ workspace_id: string; body: Buffer }[]> =>
  app.database.asOwner('select workspace_id, body from webhook_deliveries order by delivery_id');

/** What is in the stored bodies, by kind. */
async function kinds(): Promise<string[]> {
  return (await stored()).flatMap(({ body }) => {
    const delivery = parseDelivery(body);
    return delivery.outcome === 'read' ? delivery.updates.map(({ kind }) => kind) : [delivery.reason];
  });
}

test('Meta finds the door by its question, and what it delivers from then on is kept', async () => {
  const appToken = `${silks.metaAppId}|${silks.appSecret}`;
  const subscription = {
    object: 'whatsapp_business_account',
    fields: 'messages,message_template_status_update',
    callback_url: `${app.url}${planted.path}`,
  };
  const address = `/v25.0/${silks.metaAppId}/subscriptions`;
  expect(await ask(appToken, address, { ...subscription, verify_token: 'wrong' })).toHaveProperty('error');
  expect(await ask(appToken, address, { ...subscription, verify_token: planted.verifyToken })).toEqual({
    success: true,
  });
  expect(await ask(silks.token, `/v25.0/${silks.wabaId}/subscribed_apps`, {})).toEqual({ success: true });

  const write = { type: 'send-text', chat: silksNumber, text: 'क्या यह साड़ी है? 🌺' };
  await ask('', '/world/phones/919876543210/actions', write);
  const reply = { messaging_product: 'whatsapp', to: '919876543210', type: 'text', text: { body: 'जी हाँ' } };
  await ask(silks.token, `/v25.0/${silksNumber}/messages`, reply);
  await emulator.inside.emulator.world.travel(60_000);
  await expect.poll(async () => (await kinds()).length, { timeout: 10_000 }).toBeGreaterThan(2);

  expect(new Set(await kinds())).toEqual(new Set(['message', 'status']));
  expect(new Set((await stored()).map((row) => row.workspace_id))).toEqual(new Set([workspaceId]));
  await expect
    .poll(async () => {
      const [door] = await app.database.asOwner<{ received_at: Date | null }>(
        'select received_at from system.webhook_doors',
      );
      return door?.received_at;
    })
    .not.toBeNull();
});

test('what is refused now is delivered again by Meta, and kept then', async () => {
  const before = (await stored()).length;
  // A secret that is changed at Meta alone: nothing is believed until it is known here.
  const { apps } = emulator.inside.emulator.directory;
  apps.change(silks.metaAppId, { secret: 'another secret' });
  await ask('', '/world/phones/919876543210/actions', {
    type: 'send-text',
    chat: silksNumber,
    text: 'Hello?',
  });
  await emulator.inside.emulator.world.travel(1_000);
  await expect
    .poll(async () => (await fetch(`${app.url}/metrics`)).text(), { timeout: 10_000 })
    .toMatch(/trikon_webhooks_received_total\{outcome="signature_refused"\} [1-9]/);
  expect(await stored()).toHaveLength(before);
  apps.change(silks.metaAppId, { secret: silks.appSecret });
  await emulator.inside.emulator.world.travel(3_600_000);
  await expect.poll(async () => (await stored()).length, { timeout: 10_000 }).toBe(before + 1);
});
