import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Assembled, assemble } from './assemble.ts';
import { createFrontDoor } from './front-door.ts';
import { makeSample } from './sample/sample.ts';
import type { Settings } from './settings.ts';
import { Poster } from './webhooks/post.ts';
import { lockFolder } from './world/lock.ts';
import { World } from './world/world.ts';

export interface RunningEmulator {
  /** Such as http://127.0.0.1:4200; Graph's base is this and /v25.0. */
  url: string;
  /** For tests in the same process. */
  inside: Assembled;
  /** Writes the snapshot and ends. */
  stop(): Promise<void>;
}

const saveEvery = 15_000;

/** Brings a world to life and lets it be reached: the one place where the parts meet. */
export async function startEmulator(settings: Settings): Promise<RunningEmulator> {
  const { now = Date.now() } = settings;
  const unlock = lockFolder(settings.folder);
  const world = new World({ ...settings, now });
  const poster = new Poster(settings);
  const inside = assemble(world, poster);
  const frontDoor = createFrontDoor(inside);
  if (!(await world.wake())) await makeSample(inside);
  const server = createServer({ keepAliveTimeout: 65_000 }, frontDoor);
  const url = await listen(server, settings);
  inside.media.origin = settings.url ?? url;
  world.tasks.start();
  const saving = keepSaved(world);
  return {
    url,
    inside,
    async stop() {
      world.tasks.stop();
      server.close();
      server.closeAllConnections();
      await poster.close();
      await saving.stop();
      world.journal.close();
      unlock();
    },
  };
}

async function listen(server: Server, { port, host }: Settings): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

/** Saves the world now and then when it changed, and a last time at the end. */
function keepSaved(world: World): { stop(): Promise<void> } {
  let savedAt = -1;
  const save = async (): Promise<void> => {
    const { seq } = world.journal;
    if (seq === savedAt) return;
    await world.save();
    savedAt = seq;
  };
  const timer = setInterval(() => void save().catch(world.report), saveEvery);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return save();
    },
  };
}
