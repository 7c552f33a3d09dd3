/**
 * Chance that can be repeated: the same seed gives the same world. The generator is sfc32, whose whole state is four
 * integers, so that a snapshot holds it too.
 */
export type RandomState = [number, number, number, number];

export class Random {
  #state: RandomState;

  constructor(seed: string | RandomState) {
    this.#state = typeof seed === 'string' ? stateOf(seed) : [...seed];
  }

  /** At least 0, below 1. */
  next(): number {
    const [a, b, c, counter] = this.#state;
    const sum = (((a + b) | 0) + counter) | 0;
    this.#state = [
      b ^ (b >>> 9),
      (c + (c << 3)) | 0,
      (((c << 21) | (c >>> 11)) + sum) | 0,
      (counter + 1) | 0,
    ];
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number of at least `from` and at most `to`. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Certain and impossible things use no chance, so that a world of them is the same under every seed. */
  chance(share: number): boolean {
    if (share <= 0) return false;
    return share >= 1 || this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.integer(0, list.length - 1)];
    if (one === undefined) throw new RangeError('There is nothing to pick from.');
    return one;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits)
      text += Math.floor(this.next() * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');
    return text.slice(0, digits).toUpperCase();
  }

  restore(state: RandomState): void {
    this.#state = [...state];
  }

  save(): RandomState {
    return [...this.#state];
  }
}

/** A number from 0 to 1 that belongs to a text for ever: what a person does by character, not by chance. */
export function shareOf(text: string): number {
  return (hash(text, 0x9e37_79b9) >>> 0) / 4_294_967_296;
}

function stateOf(seed: string): RandomState {
  const state: RandomState = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const warm = new Random(state);
  for (let round = 0; round < 12; round++) warm.next();
  return warm.save();
}

/** FNV-1a with a final mix, since its low bits alone are poor. */
function hash(text: string, salt: number): number {
  let value = 0x811c_9dc5 ^ salt;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
  value = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
  return value ^ (value >>> 16);
}
