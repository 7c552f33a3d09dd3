import { createHmac, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../src/platform/db/index.ts';
import { movableClock, type Clock } from '../../src/platform/clock/index.ts';
import { createHttpServer } from '../../src/platform/http/index.ts';
import { createMetrics, type Metrics } from '../../src/platform/metrics/index.ts';
import type { Door } from '../../src/modules/messaging/ingest/doors.ts';
import { mountIngest } from '../../src/modules/messaging/ingest/mount.ts';

export interface Receiver {
  url: string;
  metrics: Metrics;
  /** Faults that were reported, none of which a stranger may cause. */
  reported: unknown[];
  doors: Map<string, Door>;
  deliver: (door: string, body: string | Buffer, headers?: Record<string, string>) => Promise<Delivered>;
  stop: () => Promise<void>;
}

interface Delivered {
  status: number;
  body: string;
}

export const silks = 'door-of-the-silk-shop';
export const clinic = 'door-of-the-clinic';

const openDoor = (...secrets: string[]): Door => ({
  workspaceId: randomUUID(),
  appId: randomUUID(),
  secrets,
});

/** The way in on a port of its own, with two doors that need no numbers behind them. */
export async function startReceiver(db: Database, clock: Clock = movableClock()): Promise<Receiver> {
  const server = createHttpServer({
    clock,
    report: () => {},
    trustedProxies: [],
    bodyLimitBytes: 1024 * 1024,
  });
  const doors = new Map([
    [silks, openDoor('secret')],
    [clinic, openDoor('other secret')],
  ]);
  const metrics = createMetrics({ watch: false });
  const reported: unknown[] = [];
  mountIngest(server, {
    path: '/webhooks/whatsapp/:door',
    db,
    clock,
    metrics,
    findDoor: (door) => Promise.resolve(doors.get(door) ?? null),
    noteDelivery: () => Promise.resolve(),
    report: (error) => reported.push(error),
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    metrics,
    reported,
    doors,
    deliver: async (door, body, headers = { 'x-hub-signature-256': signatureOf(body) }) => {
      const answer = await fetch(`${url}/webhooks/whatsapp/${door}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : new Uint8Array(body),
        headers: { 'content-type': 'application/json', ...headers },
      });
      return { status: answer.status, body: await answer.text() };
    },
    stop: async () => {
      await server.close();
      metrics.close();
    },
  };
}

export const signatureOf = (body: string | Buffer, secret = 'secret'): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export const countOf = async ({ metrics }: Receiver, outcome: string): Promise<number> =>
  Number(
    new RegExp(`webhooks_received_total\\{outcome="${outcome}"\\} (\\d+)`).exec(await metrics.text())?.[1] ??
      0,
  );
