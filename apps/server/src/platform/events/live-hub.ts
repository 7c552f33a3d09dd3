import { Refusal } from '../errors/index.ts';
import type { Identify } from '../http/index.ts';
import { framesOf, type LiveStream } from './live-stream.ts';
import type { LoggedEvent } from './logged-event.ts';
import type { EventTail, ReportTrouble } from './tail.ts';

export interface LiveHubOptions {
  tail: EventTail;
  identify: Identify;
  report: ReportTrouble;
  /** How often each stream's session or key is looked at again. What `identify` caches adds to it. */
  recheckEvery?: number;
  beatEvery?: number;
}

const sweepEvery = 500;
const mostChecksAtOnce = 20;

/** The open streams of this process: gives them what the tail reads, and closes those that lost their right to it. */
export class LiveHub {
  #tail: EventTail;
  #identify: Identify;
  #report: ReportTrouble;
  #recheckEvery: number;
  #byWorkspace = new Map<string, Set<LiveStream>>();
  #streamsOf = new Map<string, number>();
  #stops: (() => void)[];
  #sweeping = false;

  constructor({ tail, identify, report, recheckEvery = 1_500, beatEvery = 15_000 }: LiveHubOptions) {
    this.#tail = tail;
    this.#identify = identify;
    this.#report = report;
    this.#recheckEvery = recheckEvery;
    const beat = setInterval(() => this.#beat(), beatEvery);
    const sweep = setInterval(() => void this.#sweep(), sweepEvery);
    this.#stops = [
      tail.subscribe((events) => this.#deliver(events)),
      () => clearInterval(beat),
      () => clearInterval(sweep),
    ];
  }

  /** How many streams are open here. */
  get size(): number {
    return [...this.#streamsOf.values()].reduce((sum, count) => sum + count, 0);
  }

  streamsOf(callerId: string): number {
    return this.#streamsOf.get(callerId) ?? 0;
  }

  join(stream: LiveStream): void {
    const { workspaceId, caller } = stream;
    const streams = this.#byWorkspace.get(workspaceId) ?? new Set();
    this.#byWorkspace.set(workspaceId, streams.add(stream));
    this.#streamsOf.set(caller.id, this.streamsOf(caller.id) + 1);
  }

  leave(stream: LiveStream): void {
    const { workspaceId, caller } = stream;
    const streams = this.#byWorkspace.get(workspaceId);
    if (!streams?.delete(stream)) return;
    if (streams.size === 0) this.#byWorkspace.delete(workspaceId);
    const left = this.streamsOf(caller.id) - 1;
    if (left > 0) this.#streamsOf.set(caller.id, left);
    else this.#streamsOf.delete(caller.id);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const stream of this.#all()) stream.end();
  }

  #all(): LiveStream[] {
    return [...this.#byWorkspace.values()].flatMap((streams) => [...streams]);
  }

  #deliver(batch: LoggedEvent[]): void {
    const watched = batch.filter(({ workspaceId }) => this.#byWorkspace.has(workspaceId));
    for (const [workspaceId, events] of Map.groupBy(watched, (event) => event.workspaceId)) {
      const streams = this.#byWorkspace.get(workspaceId) ?? new Set<LiveStream>();
      this.#endRevoked(streams, events);
      const chunks = new Map<string, Buffer | null>();
      for (const stream of streams) stream.deliver(events, () => chunkFor(stream, events, chunks));
    }
  }

  /** Before the batch goes out: whoever it says is out gets none of it. */
  #endRevoked(streams: Set<LiveStream>, events: LoggedEvent[]): void {
    for (const event of events) {
      const who = whoLost(event);
      if (who === null) continue;
      for (const stream of streams) {
        if (who === 'anyone') stream.checkedAt = -Infinity;
        else if (who.callerId === stream.caller.id) this.#end(stream);
      }
    }
  }

  #end(stream: LiveStream): void {
    this.leave(stream);
    stream.end();
  }

  #beat(): void {
    for (const stream of this.#all()) stream.beat(this.#tail.position);
  }

  /** Looks again at who may listen, a few at a time so that a thousand streams are no burst. */
  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    try {
      const now = performance.now();
      const due = this.#all().filter(({ checkedAt }) => now - checkedAt >= this.#recheckEvery);
      for (let from = 0; from < due.length; from += mostChecksAtOnce) {
        await Promise.all(due.slice(from, from + mostChecksAtOnce).map((stream) => this.#check(stream)));
      }
    } finally {
      this.#sweeping = false;
    }
  }

  async #check(stream: LiveStream): Promise<void> {
    stream.checkedAt = performance.now();
    if (stream.log !== this.#tail.log || !(await this.#mayListen(stream))) this.#end(stream);
  }

  async #mayListen(stream: LiveStream): Promise<boolean> {
    try {
      const caller = await this.#identify({ ...stream.credentials, unattended: true });
      return (
        caller !== null &&
        caller.workspaceId === stream.workspaceId &&
        !(caller.kind === 'user' && caller.barred) &&
        caller.permissions.size === stream.caller.permissions.size &&
        [...caller.permissions].every((permission) => stream.caller.permissions.has(permission))
      );
    } catch (error) {
      if (!(error instanceof Refusal)) this.#report(error, 'live stream');
      // Without the database nobody can be told apart, but there are no events to hand out either.
      return error instanceof Refusal && error.code === 'unavailable';
    }
  }
}

function chunkFor(
  stream: LiveStream,
  events: LoggedEvent[],
  chunks: Map<string, Buffer | null>,
): Buffer | null {
  let chunk = chunks.get(stream.audience);
  if (chunk === undefined) {
    const frames = framesOf(events, stream.visible, stream.log);
    chunk = frames === '' ? null : Buffer.from(frames);
    chunks.set(stream.audience, chunk);
  }
  return chunk;
}

/** Whose right to listen an event ends or changes; they come back and are let in with what they hold now. */
function whoLost({ type, data }: LoggedEvent): { callerId?: string } | 'anyone' | null {
  const { userId, keyId } = data as { userId?: string; keyId?: string };
  if (type === 'member.removed' || type === 'member.role_changed') return { callerId: userId };
  if (type === 'api_key.revoked') return { callerId: keyId };
  if (type === 'role.updated' || type === 'role.removed') return 'anyone';
  return null;
}
