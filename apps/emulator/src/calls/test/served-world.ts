import { onTestFinished } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { type RunningEmulator, startEmulator } from '../../start.ts';
import { temporaryFolder } from '../../world/test/temporary.ts';

export interface ServedWorld {
  running: RunningEmulator;
  /** Asks Graph in the name of the silk shop. */
  graph: (method: string, address: string, body?: object) => Promise<Record<string, unknown>>;
  /** What a phone shows. */
  phone: <View>(path: string) => Promise<View>;
  act: (phone: string, action: object) => Promise<Record<string, string>>;
  travel: (seconds: number) => Promise<void>;
}

/** The whole emulator with its sample, reached as clients and the phones page reach it; time moves when it is told to. */
export async function serveWorld(folder = temporaryFolder()): Promise<ServedWorld> {
  const place = { port: 0, host: '127.0.0.1', folder };
  const noon = Date.UTC(2026, 9, 5, 6, 30);
  const running = await startEmulator({ ...place, seed: 'served', rate: 0, now: noon });
  onTestFinished(() => running.stop());
  const json = { 'content-type': 'application/json' };
  const ask = async (address: string, init: RequestInit = {}): Promise<unknown> =>
    (await fetch(running.url + address, init)).json();
  return {
    running,
    graph(method, address, body) {
      const isForm = body instanceof FormData;
      const text = body && JSON.stringify({ messaging_product: 'whatsapp', ...body });
      return ask(`/v25.0/${address}`, {
        method,
        headers: { authorization: `Bearer ${sample.token}`, ...(!isForm && json) },
        ...(text !== undefined && { body: isForm ? body : text }),
      }) as Promise<Record<string, unknown>>;
    },
    phone: <View>(path: string) => ask(`/world/phones/${path}`) as Promise<View>,
    act: (phone, action) =>
      ask(`/world/phones/${phone}/actions`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(action),
      }) as Promise<Record<string, string>>,
    travel: (seconds) => running.inside.emulator.world.travel(seconds * 1000),
  };
}
