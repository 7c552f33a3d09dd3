import { setTimeout as pause } from 'node:timers/promises';
import type { Deliveries } from './load/deliveries.ts';
import type { Sends } from './load/sends.ts';
import type { Stage } from './stage/stage.ts';

/** How the program came to rest when nothing went wrong any more. */
export interface Drained {
  /** Everything was delivered. */
  delivered: boolean;
  /** Everything that was asked was answered. */
  answered: boolean;
  /** Everything was taken in. */
  takenIn: boolean;
  seconds: number;
  /** How long it took to end when it was asked to. */
  stopSeconds: number;
}

export interface Load {
  deliveries: Deliveries;
  sends: Sends;
}

/** Whoever needs longer than this has stopped for good. */
const longestSeconds = 60;

export async function drain(stage: Stage, { deliveries, sends }: Load): Promise<Drained> {
  const started = performance.now();
  const left = (): number => longestSeconds * 1000 - (performance.now() - started);
  await stage.program.ready();
  await stage.meta.world('DELETE', '/faults');
  const [delivered, answered] = await Promise.all([deliveries.finish(left()), sends.finish(left())]);
  let takenIn = false;
  for (let turn = 1; !takenIn && left() > 0; turn++) {
    // Meta repeats after a minute what was not taken: its minutes pass faster now.
    if (turn % 15 === 10) await stage.meta.world('POST', '/clock', { advance: 60_000 });
    takenIn = await isTakenIn(stage);
    if (!takenIn) await pause(200);
  }
  const seconds = (performance.now() - started) / 1000;
  const stopSeconds = (await stage.program.stop()) / 1000;
  return { delivered, answered, takenIn, seconds, stopSeconds };
}

/** What is in doubt, or has a longer wait, may stay so, and keeps what is behind it to the same customer. */
async function isTakenIn({ database }: Stage): Promise<boolean> {
  const [row] = await database.ask<{ waiting: boolean }>(
    `select exists (select from webhook_deliveries where state = 'pending')
       or exists (
         select from outbox o
         where (state in ('ready', 'sending') or (state = 'waiting' and due_at < now() + interval '1 minute'))
           and not exists (
             select from outbox other
             where other.conversation_id = o.conversation_id
               and (other.state = 'unknown' or other.state = 'waiting' and other.due_at > now() + interval '1 minute')
           )
       ) as waiting`,
  );
  return row?.waiting === false;
}
