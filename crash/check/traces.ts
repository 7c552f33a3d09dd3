import { readLines } from '../journal.ts';
import type { Trace } from '../nemesis/fault.ts';
import type { StrikeLine } from '../nemesis/nemesis.ts';
import type { RunDatabase } from '../stage/database.ts';
import type { MetaEvidence } from './meta-journal.ts';
import { problem, type Problem } from './problem.ts';
import type { Told } from './told.ts';

export interface FaultSummary {
  fault: string;
  strikes: number;
  /** How many of them somebody outside noticed. */
  noticed: number;
}

const afterwards = 2_500;
/** The emulator's clock and ours are read at different moments. */
const slack = 100;

/** Who noticed which fault: a run in which one of them left no trace proves nothing about it. */
export async function checkTraces(
  file: string,
  told: Told,
  meta: MetaEvidence,
  database: RunDatabase,
): Promise<{ faults: FaultSummary[]; kills: number; strikes: StrikeLine[]; problems: Problem[] }> {
  const strikes: StrikeLine[] = [];
  const byFault = new Map<string, FaultSummary>();
  let kills = 0;
  for await (const strike of readLines<StrikeLine>(file)) {
    const summary = byFault.get(strike.fault) ?? { fault: strike.fault, strikes: 0, noticed: 0 };
    byFault.set(strike.fault, summary);
    summary.strikes += 1;
    if (strike.kills) kills += 1;
    const seen = new Set([...strike.seen, ...(await noticed(strike, told, database))]);
    if (meta.strikes.some((at) => at >= strike.from - slack && at <= strike.until + slack)) seen.add('told');
    strikes.push(strike);
    if (strike.leaves.some((trace) => seen.has(trace))) summary.noticed += 1;
  }
  const faults = [...byFault.values()];
  const unnoticed = faults.filter(({ noticed }) => noticed === 0).map(({ fault }) => fault);
  return {
    faults,
    kills,
    strikes,
    problems: problem('wrong', 'faults struck and nobody noticed', unnoticed),
  };
}

async function noticed({ from, until }: StrikeLine, told: Told, database: RunDatabase): Promise<Trace[]> {
  const answers = told.answers.filter(
    ({ at, milliseconds }) => at >= from && at - milliseconds <= until + afterwards,
  );
  const [clock] = await database.ask<{ wrong: boolean }>(
    `select exists (select from webhook_deliveries where received_at < to_timestamp($1) or received_at > to_timestamp($2)) as wrong`,
    [from / 1000 - 120, until / 1000 + 120],
  );
  return [
    ...(answers.some(({ status }) => status === 0) ? ['unanswered' as const] : []),
    ...(answers.some(({ status }) => status >= 500) ? ['unavailable' as const] : []),
    ...(answers.some(({ milliseconds }) => milliseconds > 500) ? ['slow' as const] : []),
    ...(clock?.wrong ? ['clock' as const] : []),
  ];
}
