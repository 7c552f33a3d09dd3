import type { Ground } from '../ground/ground.ts';
import { answersPerSecond } from '../ground/load.ts';
import { compare, type Result } from '../ground/scenario.ts';

/** A keyed read through the whole API (session, permission, contract, row security) against a bare handler. */
export async function measure(ground: Ground): Promise<Result> {
  const bare = await ground.startBare('bare-server.ts');
  const { url, headers } = ground;
  return compare(
    'per s',
    () => answersPerSecond({ url, path: '/api/v1/workspace', method: 'GET', headers }),
    () => answersPerSecond({ url: bare.url, path: '/', method: 'GET', headers }),
  );
}
