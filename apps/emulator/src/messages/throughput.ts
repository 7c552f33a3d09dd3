const second = 1000;

/** The moments of the newest messages of one number, as many as a second may hold, in a ring. */
interface Ring {
  moments: Float64Array;
  next: number;
}

/**
 * Messages per second of each number, in and out together: never more than its rate in any window of one second, so
 * the message that would be one too many within a second of the rate-th before it is refused.
 */
export class Throughput {
  readonly #rings = new Map<string, Ring>();

  /** Takes a place for a message to be sent; false when the second is full. */
  take(numberId: string, rate: number, now: number): boolean {
    const ring = this.#ringOf(numberId, rate);
    if (ring.moments.length === 0) return false;
    const oldest = ring.moments[ring.next] as number;
    if (now - oldest < second) return false;
    record(ring, now);
    return true;
  }

  /** What a customer sends counts and is never refused. */
  note(numberId: string, rate: number, now: number): void {
    record(this.#ringOf(numberId, rate), now);
  }

  forgetAll(): void {
    this.#rings.clear();
  }

  #ringOf(numberId: string, rate: number): Ring {
    const ring = this.#rings.get(numberId);
    const size = Math.floor(rate);
    if (ring?.moments.length === size) return ring;
    const fresh: Ring = { moments: new Float64Array(size).fill(-Infinity), next: 0 };
    // What was sent under another rate counts on.
    for (const moment of inOrder(ring)) record(fresh, moment);
    this.#rings.set(numberId, fresh);
    return fresh;
  }
}

const inOrder = (ring: Ring | undefined): number[] =>
  ring ? [...ring.moments.slice(ring.next), ...ring.moments.slice(0, ring.next)] : [];

function record(ring: Ring, now: number): void {
  if (ring.moments.length === 0) return;
  ring.moments[ring.next] = now;
  ring.next = (ring.next + 1) % ring.moments.length;
}
