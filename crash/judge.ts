import { checkBodies, checkEffects, checkEvents } from './check/deliveries.ts';
import { problem, type Problem } from './check/problem.ts';
import { readTold, type Told } from './check/told.ts';
import { checkTraces, type FaultSummary } from './check/traces.ts';
import type { Drained } from './drain.ts';
import type { Struck } from './nemesis/nemesis.ts';
import type { Stage } from './stage/stage.ts';

interface Evidence {
  stage: Stage;
  struck: Struck;
  drained: Drained;
  /** The journal of what was delivered. */
  deliveries: string;
}

export interface Verdict {
  kills: number;
  faults: FaultSummary[];
  problems: Problem[];
  drained: Drained;
  told: Told;
}

/** Compares the journals with the database. Nothing that the program says of itself is heard. */
export async function judge({ stage, struck, drained, deliveries }: Evidence): Promise<Verdict> {
  const { database } = stage;
  const told = await readTold(deliveries);
  const traces = await checkTraces(struck.file, told, database);
  const problems = [
    ...traces.problems,
    ...checkRest(stage, drained),
    ...(await checkBodies(told, database)),
    ...(await checkEffects(told, database)),
    ...(await checkEvents(database)),
  ];
  return { kills: traces.kills, faults: traces.faults, problems, drained, told };
}

const mostStopSeconds = 30;

function checkRest({ program }: Stage, { delivered, takenIn, stopSeconds }: Drained): Problem[] {
  return [
    ...problem('wrong', 'the program ended by itself', program.ownEnds),
    ...problem('wrong', 'not everything could be delivered in time', delivered ? [] : ['deliveries']),
    ...problem('wrong', 'not everything was taken in in time', takenIn ? [] : ['webhook_deliveries']),
    ...problem(
      'wrong',
      'the program did not end in time',
      stopSeconds > mostStopSeconds ? [`${stopSeconds} s`] : [],
    ),
  ];
}
