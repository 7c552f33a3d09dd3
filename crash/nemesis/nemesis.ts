import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { Journal, moment } from '../journal.ts';
import type { Stage } from '../stage/stage.ts';
import { databaseFaults } from './database-faults.ts';
import type { Fault, Trace } from './fault.ts';
import { lineFaults } from './line-faults.ts';
import { metaFaults } from './meta-faults.ts';
import { programFaults } from './program-faults.ts';

/** What was done, when, and what of it can be told without asking the program. */
export interface StrikeLine {
  fault: string;
  kills: boolean;
  from: number;
  until: number;
  leaves: readonly Trace[];
  /** Seen by the nemesis itself. */
  seen: Trace[];
}

interface Limits {
  kills: number;
  seconds: number;
  only: readonly string[];
}

export interface Struck {
  file: string;
  skipped: { fault: string; why: string }[];
}

const all: Fault[] = [...programFaults, ...databaseFaults, ...lineFaults, ...metaFaults];

/** Strikes in an order that the seed decides: every fault once, and then by chance until it was enough. */
export async function torment(stage: Stage, chance: Chance, limits: Limits): Promise<Struck> {
  const chosen = choose(limits.only);
  const skipped = chosen.flatMap((fault) => {
    const why = fault.missing?.(stage) ?? null;
    return why === null ? [] : [{ fault: fault.name, why }];
  });
  const possible = chosen.filter(({ name }) => !skipped.some(({ fault }) => fault === name));
  const killing = possible.filter(({ kills }) => kills);
  const file = path.join(stage.folder, 'strikes.ndjson');
  const journal = new Journal<StrikeLine>(file);
  const end = performance.now() + limits.seconds * 1000;
  const first = chance.shuffled(possible);
  for (let kills = 0; first.length > 0 || performance.now() < end || kills < limits.kills;) {
    // A long run is counted in kills.
    const fault = first.pop() ?? chance.pick(chance.hits(0.4) && killing.length > 0 ? killing : possible);
    // Who is down already feels nothing.
    await stage.program.ready();
    await pause(chance.between(600, 1_500));
    const line = await strike(stage, fault, chance.for(`strike ${kills} ${fault.name}`));
    journal.write(line);
    if (fault.kills) kills += 1;
  }
  journal.close();
  return { file, skipped };
}

function choose(only: readonly string[]): Fault[] {
  const unknown = only.filter((name) => !all.some((fault) => fault.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no fault ${unknown.join(', ')}. Known: ${all.map(({ name }) => name).join(', ')}.`,
    );
  return only.length === 0 ? all : all.filter(({ name }) => only.includes(name));
}

async function strike(stage: Stage, fault: Fault, chance: Chance): Promise<StrikeLine> {
  const { program, line } = stage;
  const before = { cuts: line.cuts, ended: line.endedByDatabase, starts: program.starts };
  const from = moment();
  process.stderr.write(`${new Date(from).toISOString()} ${fault.name}\n`);
  await fault.strike(stage, chance);
  const seen: Trace[] = [];
  if (line.cuts > before.cuts) seen.push('cut');
  if (line.endedByDatabase > before.ended) seen.push('ended');
  if (program.starts > before.starts) seen.push('restart');
  return {
    fault: fault.name,
    kills: fault.kills === true,
    from,
    until: moment(),
    leaves: fault.leaves,
    seen,
  };
}
