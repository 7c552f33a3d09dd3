import { checkBodies, checkEffects, checkEvents } from './check/deliveries.ts';
import { problem, type Problem } from './check/problem.ts';
import { readTold, type Told } from './check/told.ts';
import { readAsked } from './check/asked.ts';
import { readMeta } from './check/meta-journal.ts';
import { checkSends, checkStops, type SendSummary } from './check/sends.ts';
import { checkTraces, type FaultSummary } from './check/traces.ts';
import type { Drained } from './drain.ts';
import type { OwnNumber } from './load/sends.ts';
import type { Struck } from './nemesis/nemesis.ts';
import type { Stage } from './stage/stage.ts';

interface Evidence {
  stage: Stage;
  struck: Struck;
  drained: Drained;
  /** The journal of what was delivered. */
  deliveries: string;
  /** And of what was asked to be sent. */
  sends: string;
  numbers: OwnNumber[];
}

export interface Verdict {
  kills: number;
  faults: FaultSummary[];
  problems: Problem[];
  drained: Drained;
  told: Told;
  sent: SendSummary;
}

/** Compares the journals with the database. Nothing that the program says of itself is heard. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { stage, struck, drained, numbers } = evidence;
  const { database } = stage;
  const told = await readTold(evidence.deliveries);
  const asked = await readAsked(evidence.sends);
  const meta = await readMeta(stage.meta.journals);
  const { strikes, faults, kills, problems } = await checkTraces(struck.file, told, meta, database);
  const sends = await checkSends(asked, meta, database);
  const frozen = strikes.filter(({ fault }) => stopsTheProgram.has(fault));
  return {
    kills,
    faults,
    drained,
    told,
    sent: sends.summary,
    problems: [
      ...problems,
      ...checkRest(stage, drained),
      ...(await checkBodies(told, database)),
      ...(await checkEffects(told, database)),
      ...(await checkEvents(database)),
      ...sends.problems,
      ...checkStops(asked, meta, numbers, frozen),
    ],
  };
}

/** What was on its way before such a fault goes on after it. */
const stopsTheProgram = new Set(['freeze-program', 'meta-is-slow']);

const mostStopSeconds = 30;

function checkRest({ program }: Stage, { delivered, answered, takenIn, stopSeconds }: Drained): Problem[] {
  return [
    ...problem('wrong', 'the program ended by itself', program.ownEnds),
    ...problem('wrong', 'not everything could be delivered in time', delivered ? [] : ['deliveries']),
    ...problem('wrong', 'not everything that was asked was answered in time', answered ? [] : ['sends']),
    ...problem('wrong', 'not everything was taken in in time', takenIn ? [] : ['webhook_deliveries, outbox']),
    ...problem(
      'wrong',
      'the program did not end in time',
      stopSeconds > mostStopSeconds ? [`${stopSeconds} s`] : [],
    ),
  ];
}
