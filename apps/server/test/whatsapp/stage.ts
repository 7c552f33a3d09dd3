import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '@trikon/emulator';
import { createGraphClient, type GraphClient, type GraphOptions, type Usage } from '@trikon/whatsapp/client';
import { answerHandshake, parseDelivery, type Update, verifySignature } from '@trikon/whatsapp/webhooks';
import { createOutbound } from '../../src/platform/outbound/index.ts';

/** The words of every new world of the emulator. */
export const silks = {
  appId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  token: 'EAAtrikonEmulatorSuratSilks',
  accountId: '102290129340398',
  numberId: '106540352242922',
  secondNumberId: '106540352242923',
};
export const asha = '919876543210';
const verifyToken = 'our word';

export interface Stage extends AsyncDisposable {
  graph: GraphClient;
  open: (options?: Partial<GraphOptions>) => GraphClient;
  emulator: Awaited<ReturnType<typeof startEmulator>>;
  usage: Usage[];
  world: (method: string, address: string, body?: object) => Promise<unknown>;
  /** A callback of ours: its address, and what came of every delivery. */
  receiver: { url: string; verifyToken: string; updates: Update[]; refused: number };
}

/** The emulator in this process, a client that reaches it through the guarded way out, and a receiver of webhooks. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-whatsapp-'));
  const emulator = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 't', rate: 1 });
  const outbound = createOutbound({ allowPrivate: [new URL(emulator.url).host] });
  const usage: Usage[] = [];
  const open = (options: Partial<GraphOptions> = {}): GraphClient =>
    createGraphClient({
      base: emulator.url,
      version: 'v25.0',
      token: silks.token,
      appSecret: silks.appSecret,
      request: (url, request) => outbound.request(url, request),
      onUsage: (told) => usage.push(...told),
      ...options,
    });
  const { receiver, close } = await openReceiver();
  return {
    graph: open(),
    open,
    emulator,
    usage,
    receiver,
    async world(method, address, body) {
      const answer = await fetch(`${emulator.url}/world/${address}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    async [Symbol.asyncDispose]() {
      await emulator.stop();
      close();
      await outbound.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openReceiver(): Promise<{ receiver: Stage['receiver']; close: () => void }> {
  const receiver = { url: '', verifyToken, updates: [] as Update[], refused: 0 };
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'GET') {
      const challenge = answerHandshake(Object.fromEntries(asked.searchParams), [verifyToken]);
      response.writeHead(challenge === null ? 403 : 200).end(challenge ?? '');
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(take(Buffer.concat(parts), request.headers['x-hub-signature-256'])).end();
    });
  });
  function take(body: Buffer, signature: string | string[] | undefined): number {
    if (!verifySignature(body, signature, ['older', silks.appSecret])) {
      receiver.refused += 1;
      return 401;
    }
    const delivery = parseDelivery(body);
    if (delivery.outcome === 'read') receiver.updates.push(...delivery.updates);
    return 200;
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  return {
    receiver,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const text = (body = 'नमस्ते 🙏') =>
  ({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: `+${asha}`,
    type: 'text',
    text: { body },
  }) as const;

export const greeting = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: `+${asha}`,
  type: 'template',
  template: { name: 'hello_world', language: { code: 'en_US' } },
} as const;

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
