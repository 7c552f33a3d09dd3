import { newMessage, openEmulator } from '../ground/emulator.ts';
import { startChild } from '../ground/child.ts';
import { answersPerSecond } from '../ground/load.ts';
import { compare, type Result } from '../ground/scenario.ts';
import path from 'node:path';

/** Sends accepted each second over several numbers, with all that happens to them, against a bare HTTP server. */
export async function measure(): Promise<Result> {
  await using emulator = await openEmulator();
  const bare = await startChild(path.join(import.meta.dirname, '../ground/bare-json-server.ts'), {});
  let turn = 0;
  const load = { method: 'POST' as const, headers: emulator.headers, body: newMessage, connections: 32 };
  try {
    return await compare(
      'per s',
      () =>
        answersPerSecond({
          ...load,
          url: emulator.url,
          path: () => emulator.paths[turn++ % emulator.paths.length]!,
        }),
      () => answersPerSecond({ ...load, url: bare.url, path: '/' }),
    );
  } finally {
    await bare.stop();
  }
}
