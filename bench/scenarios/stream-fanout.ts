import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';
import { openStreams, type Streams } from '../ground/streams.ts';

const browsers = 1_000;
const perKey = 40;
const announcements = 15;

/** From the moment a change is asked for until 1,000 browsers know of it, against a bare server that does the same. */
export async function measure(ground: Ground): Promise<Result> {
  const bare = await ground.startBare('bare-server.ts');
  const keys = await createKeys(ground, Math.ceil(browsers / perKey));
  const ours = await openStreams(browsers, (n) => ({
    url: `${ground.url}/api/v1/events/stream`,
    headers: { authorization: `Bearer ${keys[n % keys.length]}` },
  }));
  const theirs = await openStreams(browsers, () => ({ url: `${bare.url}/stream`, headers: {} }));
  const result = await compare(
    'ms p95',
    () => latency(ours, `${ground.url}/api/v1/roles`, ground.headers),
    () => latency(theirs, bare.url, {}),
  );
  ours.close();
  theirs.close();
  return result;
}

let made = 0;

async function latency(streams: Streams, address: string, headers: Record<string, string>): Promise<number> {
  const delays: number[] = [];
  for (let n = 0; n < announcements; n++) {
    const name = `Fan-out ${process.pid} ${made++}`;
    const arrived = streams.arrivals(name);
    const start = performance.now();
    const answer = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name, permissions: ['members.read'] }),
    });
    if (!answer.ok) throw new Error(`The change was answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
    for (const time of await arrived) delays.push(time - start);
  }
  delays.sort((a, b) => a - b);
  return delays[Math.floor(delays.length * 0.95)]!;
}

async function createKeys({ url, headers }: Ground, count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let n = 0; n < count; n++) {
    const answer = await fetch(`${url}/api/v1/api-keys`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: `Bench ${n}`,
        permissions: ['events.read', 'members.read'],
        requestsPerMinute: 100_000,
      }),
    });
    keys.push(((await answer.json()) as { key: string }).key);
  }
  return keys;
}
