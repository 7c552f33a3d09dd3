import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { count, list, oneOf } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { World } from '../world/world.ts';

/** The evidence and the whole world, to take along: the journal as NDJSON, the snapshot as a file. */
export function journalRoutes(world: World): WorldRoutes {
  return {
    async 'GET /world/journal'({ query, response }) {
      const asked = query.get('kinds')?.split(',');
      const kinds = asked && list(oneOf('request', 'webhook', 'state', 'fault', 'control'))(asked, 'kinds');
      const newest = count(1)(Number(query.get('newest') ?? Number.MAX_SAFE_INTEGER), 'newest');
      const given = count()(Number(query.get('after') ?? 0), 'after');
      const after = Math.max(given, world.journal.seq - newest);
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      for await (const line of world.journal.read({ after, ...(kinds && { kinds }) })) {
        if (response.destroyed) return;
        if (!response.write(line)) await drained(response);
      }
      response.end();
    },
    async 'GET /world/snapshot'({ response }) {
      await world.save();
      response.writeHead(200, {
        'content-type': 'application/x-ndjson',
        'content-disposition': 'attachment; filename="world.snapshot"',
      });
      await pipeline(createReadStream(world.snapshotFile), response);
    },
    async 'PUT /world/snapshot'({ bytes }) {
      const file = path.join(world.folder, 'restore.snapshot');
      await writeFile(file, bytes);
      try {
        if (bytes.length === 0 || !(await world.load(file))) throw new Error('There is no snapshot.');
      } catch {
        throw new WorldRefusal('The body is no whole snapshot; the world is as it was.');
      } finally {
        await rm(file, { force: true });
      }
      return { now: world.clock.now() };
    },
  };
}

/** When the reader has taken what was written, or has gone; whoever waits often leaves no listener behind. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
