import { newId } from '../../../platform/ids/index.ts';
import type { EventTail } from '../../../platform/events/index.ts';
import { Alarm } from '../../../platform/events/alarm.ts';
import { forDispatch, type Hold } from './claim.ts';
import type { DispatchParts } from './dispatch-parts.ts';
import { Lane, type Shared } from './lane.ts';
import { addLanes, findOrphans, releaseLanes, renewLanes, takeLanes } from './lanes.ts';
import { orphaned } from './outcome.ts';
import { sweepSource } from './queue.ts';
import { recordResults } from './record.ts';
import { Recorder } from './recorder.ts';
import { Slots } from './slots.ts';

export interface Dispatch {
  /** Ends in good order: nothing new begins, what is under way is waited for, and the numbers are free at once. */
  stop(): Promise<void>;
  /** The numbers that this process serves now. */
  serving(): string[];
}

type LoggedEvents = Parameters<Parameters<EventTail['subscribe']>[0]>[0];

const usual = { leaseSeconds: 20, lookEvery: 2_000 };
/** So long before its end a lease does not count any more here: the call that renews it takes time, too. */
const leaseMargin = 3_000;
const mostLanes = 200;
const idleMilliseconds = 30_000;

/** Serves numbers until it is stopped: those that nobody else serves, one loop for each. */
export function startDispatch(parts: DispatchParts): Dispatch {
  const dispatcher = new Dispatcher(parts);
  dispatcher.start();
  return dispatcher;
}

class Dispatcher implements Dispatch {
  readonly #parts: DispatchParts;
  readonly #shared: Shared;
  readonly #lanes = new Map<string, Lane>();
  readonly #alarm = new Alarm();
  readonly #leaseSeconds: number;
  readonly #lookEvery: number;
  /** A new name for each start, so that nobody takes a lease for their own that was another's. */
  readonly #holder: string;
  #renewedAt = 0;
  #stopping = false;
  #unsubscribe: (() => void) | undefined;
  #done: Promise<void> | undefined;

  constructor(parts: DispatchParts) {
    const { db, clock, report, counts } = parts;
    this.#parts = parts;
    this.#leaseSeconds = parts.leaseSeconds ?? usual.leaseSeconds;
    this.#lookEvery = parts.lookEvery ?? usual.lookEvery;
    this.#holder = newId(clock.now());
    const recorder = new Recorder({
      report,
      write: async (results) => {
        const stale = await db.acrossWorkspaces('dispatch', (tx) => recordResults(tx, parts, results));
        for (const _ of stale) counts.fenced();
      },
      onWritten: (results) => {
        const written = Map.groupBy(
          results.map(({ row }) => row),
          ({ numberId }) => numberId,
        );
        for (const [numberId, rows] of written) this.#lanes.get(numberId)?.noteWritten(rows);
      },
    });
    this.#shared = { parts, recorder, claims: new Slots(3), underWay: { count: 0, most: 1_000 } };
  }

  start(): void {
    this.#unsubscribe = this.#parts.tail.subscribe((events) => this.#hear(events));
    this.#done = this.#run();
  }

  serving(): string[] {
    return [...this.#lanes.keys()];
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unsubscribe?.();
    this.#alarm.ring();
    await this.#done;
    const lanes = [...this.#lanes.values()];
    // The leases go on for as long as calls are under way, so that nobody takes these for lost.
    const renewing = setInterval(() => void this.#renew().catch(() => {}), (this.#leaseSeconds * 1_000) / 3);
    await Promise.all(lanes.map((lane) => lane.stop()));
    await this.#shared.recorder.settled();
    clearInterval(renewing);
    const holds = lanes.map(({ hold }) => hold);
    await this.#parts.db.acrossWorkspaces('dispatch', (tx) => releaseLanes(tx, holds)).catch(() => {});
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        if (performance.now() - this.#renewedAt > (this.#leaseSeconds * 1_000) / 4) await this.#renew();
        if (this.#parts.maySend()) await this.#look();
        await this.#sweepSources();
      } catch (error) {
        this.#parts.report(error, 'dispatch');
      }
      this.#dropLost();
      await this.#releaseIdle().catch((error: unknown) => this.#parts.report(error, 'dispatch'));
      await this.#alarm.wait(this.#lookEvery);
    }
  }

  /** Lanes that nobody serves, and what their last holder left behind. */
  async #look(): Promise<void> {
    const { db } = this.#parts;
    const since = performance.now();
    const taken = await db.acrossWorkspaces('dispatch', async (tx) => {
      await forDispatch(tx);
      await addLanes(tx);
      const holds = await takeLanes(tx, {
        holder: this.#holder,
        leaseSeconds: this.#leaseSeconds,
        most: mostLanes - this.#lanes.size,
      });
      const orphans = holds.length === 0 ? [] : await findOrphans(tx, holds);
      if (orphans.length > 0) await recordResults(tx, this.#parts, orphans.map(orphaned));
      return holds;
    });
    for (const hold of taken) this.#serve(hold, since);
  }

  #serve(hold: Hold, since: number): void {
    this.#lanes.get(hold.numberId)?.abandon();
    const lane = new Lane(this.#shared, hold, this.#validFrom(since));
    this.#lanes.set(hold.numberId, lane);
    lane.start();
  }

  /** Counted from before the database was asked, by a clock that nobody sets. */
  #validFrom(since: number): number {
    return since + this.#leaseSeconds * 1_000 - leaseMargin;
  }

  async #renew(): Promise<void> {
    const holds = [...this.#lanes.values()].map(({ hold }) => hold);
    const since = performance.now();
    this.#renewedAt = since;
    if (holds.length === 0) return;
    const kept = await this.#parts.db.acrossWorkspaces('dispatch', (tx) =>
      renewLanes(tx, holds, this.#leaseSeconds),
    );
    for (const { numberId } of holds) {
      if (kept.has(numberId)) this.#lanes.get(numberId)?.extend(this.#validFrom(since));
      else this.#drop(numberId);
    }
  }

  #dropLost(): void {
    for (const [numberId, lane] of this.#lanes) if (lane.isLost) this.#drop(numberId);
  }

  /** A lane without anything to do costs queries; whoever has work for it finds it free. */
  async #releaseIdle(): Promise<void> {
    const idle = [...this.#lanes.values()].filter(({ idleFor }) => idleFor > idleMilliseconds);
    if (idle.length === 0) return;
    for (const { hold } of idle) this.#drop(hold.numberId);
    await this.#shared.recorder.settled();
    const holds = idle.map(({ hold }) => hold);
    await this.#parts.db.acrossWorkspaces('dispatch', (tx) => releaseLanes(tx, holds));
  }

  #drop(numberId: string): void {
    this.#lanes.get(numberId)?.abandon();
    this.#lanes.delete(numberId);
  }

  async #sweepSources(): Promise<void> {
    const sweep = (): Promise<boolean> =>
      this.#parts.db.acrossWorkspaces('dispatch', (tx) => sweepSource(tx));
    while (!this.#stopping && (await sweep())) for (const lane of this.#lanes.values()) lane.ring();
  }

  #hear(events: LoggedEvents): void {
    for (const { type, workspaceId, data } of events) {
      if (type === 'messages.queued') this.#wake((data as { numberIds: string[] }).numberIds);
      else if (type === 'number.paused' || type === 'number.resumed' || type === 'number.changed')
        this.#reconsider([(data as { numberId: string }).numberId]);
      else if (type.startsWith('source.')) this.#reconsiderAll(workspaceId);
    }
  }

  #wake(numberIds: readonly string[]): void {
    for (const numberId of numberIds) {
      const lane = this.#lanes.get(numberId);
      if (lane) lane.ring();
      else this.#alarm.ring();
    }
  }

  #reconsider(numberIds: readonly string[]): void {
    for (const numberId of numberIds) this.#lanes.get(numberId)?.reconsider();
    this.#alarm.ring();
  }

  #reconsiderAll(workspaceId: string): void {
    const own = [...this.#lanes.values()].filter(({ hold }) => hold.workspaceId === workspaceId);
    this.#reconsider(own.map(({ hold }) => hold.numberId));
  }
}
