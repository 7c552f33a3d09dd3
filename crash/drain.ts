import { setTimeout as pause } from 'node:timers/promises';
import type { Deliveries } from './load/deliveries.ts';
import type { Stage } from './stage/stage.ts';

/** How the program came to rest when nothing went wrong any more. */
export interface Drained {
  /** Everything was delivered. */
  delivered: boolean;
  /** Everything was taken in. */
  takenIn: boolean;
  seconds: number;
  /** How long it took to end when it was asked to. */
  stopSeconds: number;
}

/** Whoever needs longer than this has stopped for good. */
const longestSeconds = 60;

export async function drain(stage: Stage, deliveries: Deliveries): Promise<Drained> {
  const started = performance.now();
  const left = (): number => longestSeconds * 1000 - (performance.now() - started);
  await stage.program.ready();
  const delivered = await deliveries.finish(left());
  let takenIn = false;
  while (!takenIn && left() > 0) {
    takenIn = await isTakenIn(stage);
    if (!takenIn) await pause(200);
  }
  const seconds = (performance.now() - started) / 1000;
  const stopSeconds = (await stage.program.stop()) / 1000;
  return { delivered, takenIn, seconds, stopSeconds };
}

async function isTakenIn({ database }: Stage): Promise<boolean> {
  const [row] = await database.ask<{ waiting: boolean }>(
    `select exists (select from webhook_deliveries where state = 'pending') as waiting`,
  );
  return row?.waiting === false;
}
