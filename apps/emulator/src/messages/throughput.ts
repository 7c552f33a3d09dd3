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
    if (ring?.moments.length === rate) return ring;
    const fresh = { moments: new Float64Array(rate).fill(-Infinity), next: 0 };
    this.#rings.set(numberId, fresh);
    return fresh;
  }
}

function record(ring: Ring, now: number): void {
  ring.moments[ring.next] = now;
  ring.next = (ring.next + 1) % ring.moments.length;
}
