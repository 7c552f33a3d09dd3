import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import path from 'node:path';
import { startEmulator } from '@trikon/emulator';
import { movableClock } from '../../src/platform/clock/index.ts';
import { buildWorkspace, type Signed } from '../factories.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

type Emulator = Awaited<ReturnType<typeof startEmulator>>;
type Fault = Parameters<Emulator['inside']['emulator']['faults']['rules']['put']>[0];

/** The words that every new world of the emulator knows. */
export const silks = {
  metaAppId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  token: 'EAAtrikonEmulatorSuratSilks',
  wabaId: '102290129340398',
};
export const clinic = { ...silks, token: 'EAAtrikonEmulatorSahyadriDental', wabaId: '102290129340399' };
export const silksNumber = '106540352242922';
export const configIds = { configId: '1045678901234567', businessAppConfigId: '1045678901234568' };

export interface MetaStage extends AsyncDisposable {
  app: TestApp;
  emulator: Emulator;
  inside: Emulator['inside']['emulator'];
  owner: Signed;
  /** Orders something to go wrong at an edge, such as `GET waba`. */
  order(at: string, effect: Fault['effect'], left?: number): void;
  /** Whether Meta reaches the program. */
  reachable: { value: boolean };
}

/** The program with the emulator as its Meta, and a way from there to its webhook address. */
export async function openMetaStage(settings: Record<string, string> = {}): Promise<MetaStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-meta-'));
  const now = movableClock().now().getTime();
  const emulator = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 't', rate: 0, now });
  const reachable = { value: true };
  const target = { url: '' };
  const way = await openWay(reachable, target);
  const app = await startTestApp({
    TRIKON_ROLES: 'api,ingest',
    TRIKON_GRAPH_URL: emulator.url,
    TRIKON_WEBHOOK_URL: way.url,
    TRIKON_META_APP_ID: silks.metaAppId,
    TRIKON_META_APP_SECRET: silks.appSecret,
    TRIKON_META_CONFIG_ID: configIds.configId,
    TRIKON_META_BUSINESS_APP_CONFIG_ID: configIds.businessAppConfigId,
    ...settings,
  });
  target.url = app.url;
  const inside = emulator.inside.emulator;
  let orders = 0;
  return {
    app,
    emulator,
    inside,
    owner: await buildWorkspace(app),
    order: (at, effect, left = 1) =>
      void inside.faults.rules.put({ id: `order ${orders++}`, at, effect, left, share: 1, struck: 0 }),
    reachable,
    [Symbol.asyncDispose]: async () => {
      await app.stop();
      await emulator.stop();
      await way.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The program's port is known when it listens, and its webhook address has to be known before. */
async function openWay(
  reachable: { value: boolean },
  target: { url: string },
): Promise<{ url: string; close: () => Promise<void> }> {
  const handOn = async (request: IncomingMessage): Promise<Response> => {
    if (!reachable.value) throw new Error('away');
    const { method, headers } = request;
    const signed = { 'x-hub-signature-256': String(headers['x-hub-signature-256']) };
    const body = method === 'POST' ? await buffer(request) : undefined;
    return fetch(`${target.url}${request.url}`, {
      method,
      headers: { ...signed, 'content-type': 'application/json' },
      body,
    });
  };
  const server = createServer((request, response) => {
    handOn(request)
      .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
