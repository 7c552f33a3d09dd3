import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { day } from '../accounts/times.ts';
import { Reply, type Call, type Edges } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import type { Thing } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import { encryptForCdn } from './endpoint/cdn-file.ts';
import type { PickedFile } from './runtime/files.ts';

interface CdnFile extends Thing {
  until: number;
}

export interface PickedFiles {
  /** Puts a picked file on the CDN; `origin` is where endpoints reach the emulator. */
  keep(bytes: Uint8Array, origin: string): NonNullable<PickedFile['cdn']>;
  read(id: string): Uint8Array | undefined;
}

/** "The CDN keeps files up to 20 days." */
const keptDays = 20;

/** The CDN on which picked files lie, encrypted, until the endpoint fetches them. */
export function createPickedFiles(world: World): PickedFiles {
  const files = world.collection<CdnFile>('flow_files');
  const folder = path.join(world.folder, 'flow-files');
  const placeOf = (id: string): string => path.join(folder, id);
  world.tasks.on<string>('flows.file-expires', (id) => {
    files.delete(id);
    rmSync(placeOf(id), { force: true });
  });
  return {
    keep(plain, origin) {
      const { bytes, metadata } = encryptForCdn(plain);
      const id = randomUUID();
      const until = world.clock.now() + keptDays * day;
      mkdirSync(folder, { recursive: true });
      writeFileSync(placeOf(id), bytes);
      files.put({ id, until });
      world.tasks.schedule({ kind: 'flows.file-expires', at: until, payload: id });
      return { media_id: id, cdn_url: `${origin}/flow_cdn/${id}`, encryption_metadata: metadata };
    },
    read: (id) => (files.has(id) ? readFileSync(placeOf(id)) : undefined),
  };
}

/** Whoever has the address has the file: without its keys it says nothing. */
export const pickedFileEdges = (files: PickedFiles): Edges => ({
  'GET root/flow_cdn/*': {
    access: 'none',
    counted: false,
    answer({ rest: [id = ''] }: Call) {
      const bytes = files.read(id) ?? refuse(100, 'URL signature expired', { status: 404 });
      return new Reply(bytes, { headers: { 'content-type': 'application/octet-stream' } });
    },
  },
});
