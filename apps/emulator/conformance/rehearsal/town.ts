import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionAnswer, PhoneAction } from '../../src/phones/actions.ts';
import { sample } from '../../src/sample/sample-world.ts';
import { startEmulator } from '../../src/start.ts';
import { isObject } from '../../src/world/json.ts';
import { readAt } from '../fill.ts';
import { type Heard, openReceiver } from './receiver.ts';

type Answer = Record<string, unknown>;

/** An emulator of its own with everything subscribed, reached as anybody would reach it. */
export interface Town {
  base: string;
  /** Address of the business' server, which has files. */
  outside: string;
  fetch: typeof globalThis.fetch;
  heard: readonly Heard[];
  /** Where the edges of the emulator are known: `GET waba/flows`. */
  edges: readonly string[];
  graph: (call: string, body?: unknown, token?: string) => Promise<Answer>;
  world: (call: string, body?: unknown) => Promise<Answer>;
  /** A file for phones to send; gives its id. */
  file: (name: string, type: string, bytes: Uint8Array) => Promise<string>;
  act: (phone: string, action: PhoneAction) => Promise<ActionAnswer>;
  pass: (seconds: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** The morning on which everything happens: a Thursday in the time of the sample shop. */
const morning = Date.parse('2026-10-08T09:00:00+05:30');

export async function openTown(fetch: typeof globalThis.fetch): Promise<Town> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  const receiver = await openReceiver();
  const host = '127.0.0.1';
  const settings = { port: 0, host, folder, seed: 'conformance', rate: 0, now: morning };
  const emulator = await startEmulator(settings);
  const { url: base, inside } = emulator;
  const ask = async (call: string, given: { body?: unknown; token?: string; raw?: RequestInit }) => {
    const [method = 'GET', at = ''] = call.split(' ');
    const { body, token, raw } = given;
    const answer = await fetch(base + at, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...raw,
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${call} was answered ${answer.status}: ${JSON.stringify(said)}`);
    return isObject(said) ? said : { said };
  };
  const town: Town = {
    base,
    outside: receiver.url,
    fetch,
    heard: receiver.heard,
    edges: inside.emulator.graph.edges,
    graph: (call, body, token = sample.token) =>
      ask(call.replace(' /', ' /v25.0/'), { token, ...(body !== undefined && { body }) }),
    world: (call, body) => ask(call.replace(' /', ' /world/'), { body }),
    async file(name, type, bytes) {
      const raw = { headers: { 'content-type': type }, body: Buffer.from(bytes) };
      return String(readAt(await ask(`POST /world/media?name=${name}`, { raw }), 'id'));
    },
    act: (phone, action) => ask(`POST /world/phones/${phone}/actions`, { body: action }),
    async pass(seconds) {
      await ask('POST /world/clock', { body: { advance: seconds * 1000 } });
    },
    async stop() {
      await emulator.stop();
      receiver.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await subscribe(town);
  return town;
}

/** One app hears of everything that happens to anybody. */
async function subscribe({ graph, world, outside }: Town): Promise<void> {
  await world(`PATCH /apps/${sample.appId}`, { callbackUrl: `${outside}/webhooks` });
  const accounts = [
    [sample.wabaId, sample.token],
    [sample.clinicWabaId, sample.clinicToken],
    [sample.testWabaId, sample.providerToken],
  ] as const;
  for (const [waba, token] of accounts) await graph(`POST /${waba}/subscribed_apps`, undefined, token);
}
