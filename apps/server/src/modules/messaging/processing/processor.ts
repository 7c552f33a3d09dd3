import { Alarm, retryDelay } from '../../../platform/events/alarm.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import { adoptFoundStrays } from '../messages/adopt.ts';
import { countTry, isAnythingWaiting, newestBeside, type Limits } from './deliveries.ts';
import { isNobodysFault, lostConnection, takeInByHalves } from './find-culprit.ts';
import type { ProcessingMetrics } from './metrics.ts';
import { BatchFailed, takeIn, type TakenIn, type TakingIn } from './take-in.ts';

export interface ProcessingParts extends Pick<TakingIn, 'db' | 'neighbours' | 'reached'> {
  clock: Clock;
  metrics: ProcessingMetrics;
  report: (error: unknown, where: string) => void;
  limits?: Partial<Record<'oldest' | 'newest', Limits>>;
}

export interface Processing {
  /** Something may have come. */
  wake: () => void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** So much that a round takes a fraction of a second: what comes now waits for one of them at most. */
const usualLimits = {
  oldest: { deliveries: 300, bytes: 600_000 },
  newest: { deliveries: 100, bytes: 200_000 },
};

const lookEvery = 1_000;
const adoptEvery = 5_000;
const adoptOf = 3_600_000;

/** Takes in deliveries for as long as the program runs. Any number of processes may do so on one database. */
export function startProcessing(given: ProcessingParts): Processing {
  const parts: TakingIn = { ...given, limits: { ...usualLimits, ...given.limits }, left: new Set() };
  const alarm = new Alarm();
  const state = { stopped: false };
  const following = follow({ ...given, parts, alarm, state });
  return {
    wake: () => alarm.ring(),
    stop: async () => {
      state.stopped = true;
      alarm.ring();
      await following;
    },
  };
}

interface Following extends ProcessingParts {
  parts: TakingIn;
  alarm: Alarm;
  state: { stopped: boolean };
}

async function follow({ parts, alarm, state, report, metrics, clock, db }: Following): Promise<void> {
  let failures = 0;
  let adoptedAt = -Infinity;
  while (!state.stopped) {
    try {
      const limits = afterFailures(parts.limits, failures);
      const taken = await takeSome({ ...parts, limits }, { report, metrics });
      failures = Math.max(0, failures - 1);
      if (taken.deliveries > 0) continue;
      if (performance.now() - adoptedAt > adoptEvery) {
        adoptedAt = performance.now();
        await db.acrossWorkspaces('processing', (tx) =>
          adoptFoundStrays(tx, new Date(clock.now().getTime() - adoptOf)),
        );
      }
      if (!state.stopped) await rest(parts, alarm, state);
    } catch (error) {
      report(error instanceof BatchFailed ? error.cause : error, 'taking in webhooks');
      await blameTheOnly(parts, error);
      if (!state.stopped) await alarm.wait(retryDelay(failures++));
    }
  }
}

/** Less each time, so that one that always fails is alone in the end and what comes after it gets its turn. */
function afterFailures({ oldest, newest }: TakingIn['limits'], failures: number): TakingIn['limits'] {
  const share = 2 ** -failures;
  const less = ({ deliveries, bytes }: Limits, least: number): Limits => ({
    deliveries: Math.max(least, Math.floor(deliveries * share)),
    bytes,
  });
  return { oldest: less(oldest, 1), newest: less(newest, 0) };
}

/**
 * Where the database is away, nobody is to blame. Where it takes in another one right after that failed alone, that one
 * may be what breaks it, and it counts as a try. A full disk takes in one and refuses the next, and proves nothing.
 */
async function blameTheOnly(parts: TakingIn, error: unknown): Promise<void> {
  if (!(error instanceof BatchFailed) || error.deliveryIds.length > 1 || !lostConnection(error)) return;
  const [suspect] = error.deliveryIds as [string];
  try {
    const other = await newestBeside(parts.db, suspect);
    if (other === null) return;
    const { deliveries } = await takeIn(parts, [other]);
    if (deliveries > 0) await countTry(parts.db, suspect);
  } catch {
    // Nothing is proven; the next round tries again.
  }
}

/** Until something has come. A look locks nothing and writes nothing. */
async function rest({ db }: TakingIn, alarm: Alarm, state: { stopped: boolean }): Promise<void> {
  do await alarm.wait(lookEvery);
  while (!state.stopped && !(await isAnythingWaiting(db)));
}

interface Round {
  report: ProcessingParts['report'];
  metrics: ProcessingMetrics;
}

async function takeSome(parts: TakingIn, { report, metrics }: Round): Promise<TakenIn> {
  const started = performance.now();
  const taken = await takeOrHalve(parts, report);
  if (taken.deliveries > 0) metrics.count({ ...taken, seconds: (performance.now() - started) / 1000 });
  return taken;
}

async function takeOrHalve(parts: TakingIn, report: Round['report']): Promise<TakenIn> {
  try {
    return await takeIn(parts);
  } catch (error) {
    if (!(error instanceof BatchFailed) || isNobodysFault(error)) throw error;
    return takeInByHalves(parts, error, report);
  }
}
