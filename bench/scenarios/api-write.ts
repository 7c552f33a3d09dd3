import type { Ground } from '../ground/ground.ts';
import { answersPerSecond } from '../ground/load.ts';
import { compare, type Result } from '../ground/scenario.ts';

/** A durable write with its event in one transaction, through the whole API, against a bare handler. */
export async function measure(ground: Ground): Promise<Result> {
  const bare = await ground.startBare('bare-server.ts');
  const { url, headers } = ground;
  const body = (n: number): string =>
    JSON.stringify({ name: `Bench ${process.pid} ${n}`, permissions: ['members.read'] });
  return compare(
    'per s',
    () => answersPerSecond({ url, path: '/api/v1/roles', method: 'POST', headers, body }),
    () => answersPerSecond({ url: bare.url, path: '/', method: 'POST', headers, body }),
  );
}
