import type { OutgoingMessage } from '@trikon/whatsapp';
import { ensureConsentStates } from '../../consent/index.ts';
import { Alarm } from '../../../platform/events/alarm.ts';
import { claim, type Claim, type Hold } from './claim.ts';
import type { DispatchParts } from './dispatch-parts.ts';
import { findOwn } from './lanes.ts';
import { tendDoubts } from './tend-doubts.ts';
import { NumberAccess, type Access } from './number-access.ts';
import { fileless, givenBack, resultOf, unbuilt, type Result } from './outcome.ts';
import { Pace } from './pace.ts';
import { expire, promote, shortenWaits } from './queue.ts';
import type { Recorder } from './recorder.ts';
import { attemptKey, type Claimed } from './row.ts';
import type { Slots } from './slots.ts';

/** What all lanes of a process share. */
export interface Shared {
  parts: DispatchParts;
  recorder: Recorder;
  /** Claims at a time, so that they leave connections to others. */
  claims: Slots;
  /** Calls under way, over all numbers. */
  underWay: { count: number; most: number };
}

const aheadSeconds = 0.2;
const mostTogether = 150;
/** What is claimed and not sent, as a share of what is claimed ahead: below it, more is claimed. */
const refillBelow = 0.45;
const mostUnderWay = 400;
/** Kept free for codes and replies when what is sent to many does not come back. */
const keptForPeople = 0.25;
/** While nothing else may be claimed, codes and replies are looked for so often, and so many of them. */
const urgentEvery = 150;
const mostUrgent = 20;
/** Who has to wait is passed over: few at first, since looking is what a claim costs, and then enough of them. */
const lookFurther = { usually: 8, afterShortOne: 60 };
const tickMilliseconds = 3;
const idleMilliseconds = 2_000;
const sweepEvery = 1_000;
const mostBacklog = 2_000;
const expireEvery = 60_000;
const recallEvery = 3_000;

/** Serves one number for as long as its lease lasts: claims a little ahead, sends at the number's pace. */
export class Lane {
  readonly hold: Hold;
  readonly #shared: Shared;
  readonly #access: NumberAccess;
  readonly #alarm = new Alarm();
  #pace: Pace | undefined;
  #queue: Claimed[] = [];
  #underWay = new Set<string>();
  /** Attempts that this lane knows of, from their claim until what came of them is written. */
  readonly #known = new Set<string>();
  #recalledAt = performance.now();
  #validUntil: number;
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;
  #done: Promise<void> | undefined;
  #sweptAt = -Infinity;
  #nextDueAt: Date | null = null;
  #failures = 0;
  #blockedUntil = 0;
  #expiredAt = performance.now();
  #busyAt = performance.now();
  #ahead = 1;
  #claimedAt = -Infinity;
  #further = lookFurther.usually;
  #clockAhead = Infinity;

  constructor(shared: Shared, hold: Hold, validUntil: number) {
    this.#shared = shared;
    this.hold = hold;
    this.#validUntil = validUntil;
    this.#access = new NumberAccess(shared.parts, hold);
  }

  start(): void {
    this.#done = this.#serve();
  }

  /** There may be something to do. */
  ring(): void {
    this.#alarm.ring();
  }

  /** Something about the number has changed: what is not sent yet goes back and is looked at again. */
  reconsider(): void {
    this.#access.forget();
    this.#giveBack(this.#queue.splice(0));
    this.ring();
  }

  extend(validUntil: number): void {
    this.#validUntil = validUntil;
  }

  /** Milliseconds since there was anything to send, to wait for or in doubt. */
  get idleFor(): number {
    return this.#underWay.size > 0 || this.#queue.length > 0 ? 0 : performance.now() - this.#busyAt;
  }

  get isLost(): boolean {
    return performance.now() > this.#validUntil;
  }

  /** Begins nothing more; resolves when nothing is under way. What was claimed and not sent goes back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#giveBack(this.#queue.splice(0));
    this.ring();
    await this.#done;
    while (this.#underWay.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Somebody else has the number: whatever was not sent is theirs to judge. */
  abandon(): void {
    this.#stopping = true;
    this.#queue = [];
    clearTimeout(this.#timer);
    this.ring();
  }

  /** What came of them is written: their conversations may have more to say. */
  noteWritten(rows: readonly Claimed[]): void {
    for (const row of rows) this.#known.delete(attemptKey(row));
    if (this.#queue.length === 0) this.ring();
  }

  async #serve(): Promise<void> {
    const { parts } = this.#shared;
    while (!this.#stopping) {
      try {
        await this.#sweep();
        const more = await this.#claimSome();
        if (!more) await this.#alarm.wait(this.#idleFor());
        else await this.#alarm.wait(this.#untilRoom());
      } catch (error) {
        parts.report(error, 'dispatch of a number');
        await this.#alarm.wait(1_000);
      }
    }
  }

  #idleFor(): number {
    if (this.#nextDueAt === null) return idleMilliseconds;
    const wait = this.#nextDueAt.getTime() - this.#shared.parts.clock.now().getTime();
    return Math.min(idleMilliseconds, Math.max(20, wait));
  }

  /** Half of what was claimed has left, or time to see why not. */
  #untilRoom(): number {
    return this.#blockedUntil > performance.now()
      ? Math.min(500, this.#blockedUntil - performance.now() + 1)
      : 40;
  }

  /** Promotes what is due and looks at what is in doubt, at most once a second unless something is due. */
  async #sweep(): Promise<void> {
    const { parts, claims } = this.#shared;
    const isDue = this.#nextDueAt !== null && this.#nextDueAt <= parts.clock.now();
    if (!isDue && performance.now() - this.#sweptAt < sweepEvery) return;
    this.#sweptAt = performance.now();
    await claims.with(() =>
      parts.db.acrossWorkspaces('dispatch', async (tx) => {
        const { moved, nextAt, hasRows } = await promote(tx, this.hold);
        this.#nextDueAt = nextAt;
        if (moved > 0 || hasRows) this.#busyAt = performance.now();
        if (performance.now() - this.#expiredAt < expireEvery) return;
        this.#expiredAt = performance.now();
        await expire(tx, this.hold);
        if (this.#clockWentBack()) await shortenWaits(tx, this.hold);
      }),
    );
    await this.#recall();
    if (!parts.maySend()) return;
    const access = await this.#access.read();
    if (access !== null) await tendDoubts(parts, this.hold, access);
  }

  /** Or may have, before this lane began. */
  #clockWentBack(): boolean {
    const ahead = this.#shared.parts.clock.now().getTime() - performance.now();
    const isBack = ahead < this.#clockAhead - 60_000;
    this.#clockAhead = ahead;
    return isBack;
  }

  /**
   * A claim may be committed and its answer lost. Those messages are tried by nobody: no claim is open while this runs,
   * and what has ever been in the hands of this lane is known until it is written. So none of them has left.
   */
  async #recall(): Promise<void> {
    const now = performance.now();
    if (now - this.#recalledAt < recallEvery || this.isLost) return;
    this.#recalledAt = now;
    const own = await this.#shared.parts.db.acrossWorkspaces('dispatch', (tx) => findOwn(tx, this.hold));
    const lost = own.filter((row) => !this.#known.has(attemptKey(row)));
    for (const row of lost) this.#known.add(attemptKey(row));
    this.#giveBack(lost);
  }

  /** Answers whether there may be more to claim. */
  async #claimSome(): Promise<boolean> {
    const { parts, recorder } = this.#shared;
    const now = performance.now();
    if (this.#stopping || this.isLost || !parts.maySend() || now < this.#blockedUntil)
      return now < this.#blockedUntil;
    const access = await this.#access.read();
    if (access === null) return false;
    this.#pace ??= new Pace(access.perSecond, now);
    this.#pace.set(access.perSecond);
    this.#ahead = Math.max(1, Math.min(mostTogether, Math.ceil(this.#pace.perSecond * aheadSeconds)));
    const free = mostUnderWay - this.#underWay.size;
    const room = Math.min(this.#ahead - this.#queue.length, free);
    const isWaiting = recorder.backlog > mostBacklog || this.#pace.heldUntil > now + 200;
    // A claim costs the same for one as for many.
    if (!isWaiting && room >= Math.max(1, this.#ahead * (1 - refillBelow)))
      return this.#claimMost(access, room);
    const isUrgentDue = !isWaiting && this.#queue.length > 0 && now - this.#claimedAt > urgentEvery;
    if (isUrgentDue && free > 0) await this.#take(access, Math.min(free, mostUrgent), true);
    return true;
  }

  async #claimMost(access: Access, room: number): Promise<boolean> {
    const further = this.#further;
    const claimed = await this.#take(access, room, false);
    const isShort = claimed.sends.length < room;
    this.#further = isShort ? lookFurther.afterShortOne : lookFurther.usually;
    const lookedBriefly = isShort && further === lookFurther.usually;
    return !isShort || lookedBriefly || claimed.setAside > 0 || claimed.withoutConsent.length > 0;
  }

  async #take(access: Access, most: number, isUrgent: boolean): Promise<Claim> {
    this.#claimedAt = performance.now();
    const claimed = await this.#claim(access, most, isUrgent);
    for (const row of claimed.sends) this.#known.add(attemptKey(row));
    if (this.#stopping || this.isLost) this.#giveBack(claimed.sends);
    else this.#enqueue(claimed.sends);
    if (claimed.withoutConsent.length > 0) await this.#giveConsentRows(claimed.withoutConsent);
    return claimed;
  }

  #claim(access: Access, most: number, isUrgent: boolean): Promise<Claim> {
    const { parts, claims } = this.#shared;
    return claims.with(async () => {
      const claimed = await parts.db.acrossWorkspaces('dispatch', async (tx) => {
        const reachLeft = await this.#access.reachLeft(tx, access);
        const { portfolioId, limitKey } = access;
        const further = this.#further;
        return claim(tx, this.hold, { most, further, isUrgent, portfolioId, limitKey, reachLeft });
      });
      if (claimed.sends.length > 0) parts.at?.('claimed', claimed.sends);
      return claimed;
    });
  }

  #giveConsentRows(contactIds: string[]): Promise<void> {
    const { parts } = this.#shared;
    const { workspaceId } = this.hold;
    return parts.db.acrossWorkspaces('dispatch', (tx) => ensureConsentStates(tx, workspaceId, contactIds));
  }

  #enqueue(rows: Claimed[]): void {
    if (rows.length === 0) return;
    this.#queue = [...this.#queue, ...rows].sort((one, other) => one.priority - other.priority);
    this.#timer ??= setTimeout(() => this.#pump(), 0);
  }

  #giveBack(rows: readonly Claimed[]): void {
    if (rows.length > 0) this.#shared.recorder.add(...rows.map(givenBack));
  }

  #pump(): void {
    this.#timer = undefined;
    const now = performance.now();
    if (now > this.#validUntil) return this.abandon();
    const pace = this.#pace!;
    if (pace.heldUntil > now + 300 || this.#blockedUntil > now + 300) this.#giveBack(this.#queue.splice(0));
    for (let left = pace.allowed(now); left > 0 && this.#maySendNext(); left--) {
      pace.spend();
      void this.#send(this.#queue.shift()!);
    }
    if (this.#queue.length === 0) return this.ring();
    if (this.#queue.length <= this.#ahead * refillBelow) this.ring();
    this.#timer = setTimeout(() => this.#pump(), Math.max(tickMilliseconds, pace.wait(now)));
  }

  #maySendNext(): boolean {
    const next = this.#queue[0];
    const { underWay } = this.#shared;
    if (next === undefined || performance.now() < this.#blockedUntil) return false;
    const share = next.priority <= 1 ? 1 : 1 - keptForPeople;
    return this.#underWay.size < mostUnderWay * share && underWay.count < underWay.most * share;
  }

  async #send(row: Claimed): Promise<void> {
    const { parts, recorder, underWay } = this.#shared;
    this.#underWay.add(row.messageId);
    underWay.count += 1;
    try {
      parts.at?.('sending', [row]);
      const result = await this.#attempt(row);
      parts.at?.('answered', [row]);
      this.#feel(result);
      recorder.add(result);
      parts.counts.attempt(row.class, result.outcome);
    } finally {
      this.#underWay.delete(row.messageId);
      underWay.count -= 1;
    }
  }

  async #attempt(row: Claimed): Promise<Result> {
    const { references, build, clock, counts } = this.#shared.parts;
    const access = await this.#access.read().catch(() => null);
    if (access === null) return givenBack(row);
    if (row.mediaIds === null) return fileless(row);
    let message: OutgoingMessage;
    try {
      message = build(row, references.referenceOf(row.messageId, row.attempt));
    } catch {
      return unbuilt(row);
    }
    counts.waited(row.class, (clock.now().getTime() - row.queuedAt.getTime()) / 1_000);
    const answer = await access.client.sendMessage({ numberId: access.phoneNumberId, message });
    return resultOf(row, answer, this.#shared.parts.chance());
  }

  /** What an answer means for what comes after it. */
  #feel({ outcome, consequences }: Result): void {
    const now = performance.now();
    if (outcome !== 'not_sent') this.#failures = 0;
    for (const each of consequences) {
      if (each.kind === 'slow_number') {
        this.#pace!.slowDown(now);
        this.#pace!.hold(now + each.seconds * 1_000);
      } else if (each.kind === 'no_connection') {
        // Of many that fail together one is news.
        if (now >= this.#blockedUntil)
          this.#blockedUntil = now + Math.min(5_000, 100 * 2 ** this.#failures++);
      } else if (each.kind === 'pause_number' || each.kind === 'pause_account') {
        // Until it is written, which the next claim sees.
        this.#blockedUntil = Math.max(this.#blockedUntil, now + 500);
      }
    }
  }
}
