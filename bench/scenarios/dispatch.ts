import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from '../ground/child.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';
import { openSendingDatabase, type SendingDatabase } from '../ground/sending-database.ts';

const firstRound = 2_400;
const secondsPerRound = 2.5;
/** What the bare loop sends at a time over its four numbers. */
const step = 600;
const here = (file: string): string => path.join(import.meta.dirname, '../ground', file);

/**
 * Messages that one process sends each second over four numbers, asked once more whether they may leave and with every
 * result written, against a bare loop that commits and sends batches. Rounds are as long as this machine makes them.
 * Beside it: how long a code takes from being queued to its answer being there, while a campaign keeps all numbers busy.
 */
export async function measure(ground: Ground): Promise<Result & { codeMilliseconds: Latencies }> {
  await using database = await openSendingDatabase(ground.dataFolder);
  const graph = await startChild(here('stub-graph.ts'), {});
  const environment = {
    BENCH_DATABASE: database.url,
    BENCH_KEY: database.masterKey.toString('base64'),
    BENCH_GRAPH: graph.url,
  };
  const dispatcher = await startChild(here('dispatcher.ts'), environment);
  const bare = await startChild(here('bare-dispatch.ts'), environment);
  let perRound = firstRound;
  try {
    const result = await compare(
      'per s',
      async () => {
        const perSecond = await sentPerSecond(database, graph.url, perRound);
        perRound = Math.max(firstRound, Math.round((perSecond * secondsPerRound) / step) * step);
        return perSecond;
      },
      async () => {
        const begun = performance.now();
        await (await fetch(`${bare.url}/?count=${perRound}`)).text();
        return perRound / ((performance.now() - begun) / 1_000);
      },
    );
    return { ...result, codeMilliseconds: await codesBesideCampaign(database, perRound) };
  } finally {
    await dispatcher.stop();
    await bare.stop();
    await graph.stop();
  }
}

/** From the first tenth that has arrived until everything is written; the lanes need a moment to see that there is work. */
async function sentPerSecond(database: SendingDatabase, graphUrl: string, perRound: number): Promise<number> {
  const arrived = async (): Promise<number> => Number(await (await fetch(graphUrl)).text());
  const before = await arrived();
  await database.plant(perRound);
  let first = await arrived();
  while (first - before < perRound / 10) {
    await pause(5);
    first = await arrived();
  }
  const begun = performance.now();
  while ((await database.waiting()) > 0) await pause(20);
  const last = await arrived();
  return (last - first) / ((performance.now() - begun) / 1_000);
}

interface Latencies {
  p50: number;
  p99: number;
  count: number;
}

/** Some codes each tenth of a second, until the campaign has left. */
async function codesBesideCampaign(database: SendingDatabase, perRound: number): Promise<Latencies> {
  await database.plant(perRound * 2, 'marketing');
  while ((await database.waiting()) > perRound / 3) {
    await database.plant(8, 'otp');
    await pause(100);
  }
  while ((await database.waiting()) > 0) await pause(20);
  return database.codeLatencies();
}
