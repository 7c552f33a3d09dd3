import type { Settings } from '../../settings.ts';
import { start, type Started } from '../../test/started.ts';

export interface ServedWorld extends Started {
  /** Asks Graph in the name of the silk shop, and gives the answer's body. */
  graph: (method: string, address: string, body?: object) => Promise<Record<string, unknown>>;
  /** What a phone shows. */
  phone: <View>(path: string) => Promise<View>;
  act: (phone: string, action: object) => Promise<Record<string, unknown>>;
}

/** The whole emulator, asked as clients and the phones page ask it. */
export async function serveWorld(settings: Partial<Settings> = {}): Promise<ServedWorld> {
  const started = await start(settings);
  const { ask, world } = started;
  return {
    ...started,
    graph: async (method, address, body) =>
      (await ask(method, `/${address}`, body && { messaging_product: 'whatsapp', ...body })).body,
    phone: async <View>(path: string) => (await world('GET', `/world/phones/${path}`)).body as View,
    act: async (phone, action) => (await world('POST', `/world/phones/${phone}/actions`, action)).body,
  };
}
