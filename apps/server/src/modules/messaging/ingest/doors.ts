import type { Clock } from '../../../platform/clock/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';

/** What stands behind an address that Meta delivers to. */
export interface Door {
  workspaceId: string;
  appId: string;
  secrets: string[];
}

interface Remembered {
  door: Promise<Door | null>;
  /** Somebody's for certain, when it was last looked up. */
  real: boolean;
  until: number;
}

interface DoorsOptions {
  find: (door: string) => Promise<Door | null>;
  clock: Clock;
}

const form = /^[\w-]{16,64}$/;
const rememberedMilliseconds = 5_000;
const mostRemembered = 10_000;
const guessesPerMinute = 60;

/** Not beyond what is ever remembered either: then the clock was set back. */
const isFresh = ({ until }: Remembered, now: number): boolean =>
  until > now && until <= now + rememberedMilliseconds;

/**
 * Whose door it is, remembered for seconds: a changed secret holds at once for all that matters, and a busy door costs
 * a look-up in five seconds. Who tries addresses that lead nowhere is soon refused without a look-up; doors that are
 * known to be real stay open to everyone, so that nobody can close them for Meta.
 */
export class Doors {
  readonly #options: DoorsOptions;
  readonly #remembered = new Map<string, Remembered>();
  readonly #guesses = new Map<string, { count: number; until: number }>();

  constructor(options: DoorsOptions) {
    this.#options = options;
  }

  async find(door: string, ip: string): Promise<Door | null> {
    if (!form.test(door)) return null;
    const now = this.#options.clock.now().getTime();
    const known = this.#remembered.get(door);
    if (known !== undefined && isFresh(known, now)) return known.door;
    if (!known?.real) this.#refuseGuessers(ip, now);
    const found = await this.#lookUp(door, known?.real ?? false, now);
    if (found === null) this.#countGuess(ip, now);
    return found;
  }

  /** All that ask at the same moment share the look-up. */
  async #lookUp(name: string, real: boolean, now: number): Promise<Door | null> {
    const entry: Remembered = { door: this.#options.find(name), real, until: now + rememberedMilliseconds };
    remember(this.#remembered, name, entry);
    try {
      const found = await entry.door;
      entry.real = found !== null;
      return found;
    } catch (error) {
      // A failure is not worth remembering, but that the door was real is.
      entry.until = 0;
      throw error;
    }
  }

  #refuseGuessers(ip: string, now: number): void {
    const guesses = this.#guesses.get(ip);
    if (guesses === undefined || guesses.until <= now || guesses.count < guessesPerMinute) return;
    throw new Refusal('rate_limited', 'Too many addresses that lead nowhere. Try again in a minute.', {
      retryAfterSeconds: 60,
    });
  }

  #countGuess(ip: string, now: number): void {
    const guesses = this.#guesses.get(ip);
    if (guesses !== undefined && guesses.until > now) guesses.count += 1;
    else remember(this.#guesses, ip, { count: 1, until: now + 60_000 });
  }
}

/** The oldest makes room for the newest. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > mostRemembered) map.delete(map.keys().next().value!);
}
