import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { type RunningEmulator, startEmulator } from '../start.ts';
import type { Settings } from '../settings.ts';
import type { JsonObject } from '../world/json.ts';

/** Monday, 5 October 2026, noon in India. */
export const noon = Date.parse('2026-10-05T12:00:00+05:30');

export const asha = '919876543210';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

interface Heard {
  field: string;
  value: Record<string, unknown>;
}

interface Body {
  text: string;
  signature: string;
  isGenuine: boolean;
}

export interface Started {
  url: string;
  inside: RunningEmulator['inside'];
  /** Graph over HTTP, as the silk shop unless another token is given. */
  ask: (method: string, path: string, body?: object, token?: string) => Promise<Answer>;
  /** The world's own API. */
  world: (method: string, path: string, body?: object) => Promise<Answer>;
  /** Sends a message from the shop's number and gives the answer. */
  send: (message: JsonObject, to?: string) => Promise<Answer>;
  /** The same, and gives the id of the message. */
  sent: (message: JsonObject, to?: string) => Promise<string>;
  travel: (seconds: number) => Promise<void>;
  /** Somebody new with a phone of their own; gives the number. */
  customer: (more?: object) => Promise<string>;
  /** A customer writes to the shop. */
  write: (from?: string, body?: string) => Promise<string>;
  /** What the webhook heard so far. */
  heard: Heard[];
  bodies: Body[];
  /** The statuses of a message in the order in which they were heard. */
  statusesOf: (id: string) => Record<string, unknown>[];
  /** What the receiver does with the next webhooks; answers 200 unless told otherwise. */
  receiver: { url: string; answer: () => number | Promise<number> };
  stop: () => Promise<void>;
}

export const hello: JsonObject = { type: 'text', text: { body: 'नमस्ते' } };

/** What lies deep in an answer: `messages.0.id`. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.'))
    found =
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined;
  return found;
}

export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  if (typeof found !== 'string') throw new Error(`There is no text at ${path} of ${JSON.stringify(value)}.`);
  return found;
}

/** `afterAll` for one that many tests share; `onTestFinished` ends it with the test. */
type WhenOver = (end: () => unknown) => void;

const untilTestIsOver: WhenOver = (end) =>
  onTestFinished(async () => {
    await end();
  });

/** A whole emulator behind a port, with the sample world and a webhook. Time stands still unless said otherwise. */
export async function start(
  settings: Partial<Settings> = {},
  whenOver: WhenOver = untilTestIsOver,
): Promise<Started> {
  const { receiver, ...told } = await openReceiver(whenOver);
  const folder = mkdtempSync(path.join(tmpdir(), 'emulator-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  const running = await startEmulator({
    port: 0,
    host: '127.0.0.1',
    folder,
    seed: 'test',
    now: noon,
    rate: 0,
    ...settings,
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= running.stop());
  whenOver(stop);
  const { emulator } = running.inside;
  subscribe(emulator.directory, receiver.url);
  const { ask, world } = asking(running.url);
  const send = (message: JsonObject, to = asha): Promise<Answer> =>
    ask('POST', `/${sample.numberId}/messages`, { messaging_product: 'whatsapp', to, ...message });
  return {
    ...told,
    url: running.url,
    inside: running.inside,
    ask,
    world,
    send,
    async sent(message, to) {
      const { body } = await send(message, to);
      return textAt(body, 'messages.0.id');
    },
    travel: (seconds) => emulator.world.travel(seconds * 1000),
    async customer(more = {}) {
      const phone = String(
        919_811_000_000 + emulator.directory.numbers.size + running.inside.people.known.size,
      );
      await world('POST', '/world/people', { phone, name: 'Meera Joshi', ...more });
      return phone;
    },
    async write(from = asha, body = 'Hello') {
      const action = { type: 'send-text', chat: sample.numberId, text: body };
      const { body: done } = await world('POST', `/world/phones/${from}/actions`, action);
      return textAt(done, 'message');
    },
    receiver,
    stop,
  };
}

type Directory = RunningEmulator['inside']['emulator']['directory'];

function subscribe({ apps, wabas }: Directory, url: string): void {
  apps.change(sample.appId, { callbackUrl: url });
  for (const { id } of wabas.values()) wabas.change(id, { subscriptions: [{ appId: sample.appId }] });
}

function asking(base: string): Pick<Started, 'ask' | 'world'> {
  const request = async (method: string, path: string, body?: object, token?: string): Promise<Answer> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  return {
    ask: (method, path, body, token = sample.token) => request(method, `/v25.0${path}`, body, token),
    world: (method, path, body) => request(method, path, body),
  };
}

async function openReceiver(whenOver: WhenOver) {
  const heard: Heard[] = [];
  const bodies: Body[] = [];
  const receiver = { url: '', answer: (): number | Promise<number> => 200 };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const status = request.method === 'POST' ? await receiver.answer() : 200;
    if (request.method === 'POST') take(body, String(request.headers['x-hub-signature-256']), status);
    const { searchParams } = new URL(request.url ?? '/', 'http://receiver');
    response.writeHead(status).end(searchParams.get('hub.challenge') ?? '');
  };
  function take(body: string, signature: string, status: number): void {
    const isGenuine =
      signature === `sha256=${createHmac('sha256', sample.appSecret).update(body).digest('hex')}`;
    bodies.push({ text: body, signature, isGenuine });
    if (status !== 200 || !isGenuine) return;
    const { entry } = JSON.parse(body) as { entry: { changes: Heard[] }[] };
    heard.push(...entry.flatMap(({ changes }) => changes));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  whenOver(() => {
    server.close();
    server.closeAllConnections();
  });
  const statusesOf = (id: string): Record<string, unknown>[] =>
    heard
      .flatMap(({ value }) => (value.statuses ?? []) as Record<string, unknown>[])
      .filter((status) => status.id === id);
  return { heard, bodies, statusesOf, receiver };
}
