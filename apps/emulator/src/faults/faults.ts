import type { Collection } from '../world/collection.ts';
import type { World } from '../world/world.ts';

/** What goes wrong. Each effect belongs to one point at which the world asks for it. */
export type Effect =
  // At a request to Graph:
  | { type: 'error'; code: number; details?: string; status?: number }
  | { type: 'slow'; milliseconds: number }
  | { type: 'hang' }
  | { type: 'reset-before' }
  | { type: 'reset-after' }
  | { type: 'lost-reply' }
  | { type: 'html'; status: number }
  | { type: 'wrong-length' }
  // At a message that was accepted:
  | { type: 'no-status' }
  | { type: 'early-status' }
  | { type: 'fail'; code: number; details?: string }
  | { type: 'late-status'; seconds: number }
  // At a webhook:
  | { type: 'duplicate'; times: number }
  | { type: 'reverse' }
  | { type: 'wrong-signature' }
  | { type: 'late-webhook'; seconds: number };

export type Point = 'request' | 'message' | 'webhook';

export interface Fault {
  id: string;
  effect: Effect;
  /** How many of those that fit are hit, 0 to 1. */
  share: number;
  numberId?: string;
  /** The key of an edge (`POST number/messages`) for requests, the field for webhooks. */
  at?: string;
  from?: number;
  until?: number;
  /** How often it may still strike. */
  left?: number;
  struck: number;
}

interface Facts {
  numberId?: string | undefined;
  at?: string;
}

/** Where each effect strikes, and which figures it needs. */
export const effectKinds: Record<Effect['type'], { point: Point; needs: readonly string[] }> = {
  error: { point: 'request', needs: ['code'] },
  slow: { point: 'request', needs: ['milliseconds'] },
  hang: { point: 'request', needs: [] },
  'reset-before': { point: 'request', needs: [] },
  'reset-after': { point: 'request', needs: [] },
  'lost-reply': { point: 'request', needs: [] },
  html: { point: 'request', needs: ['status'] },
  'wrong-length': { point: 'request', needs: [] },
  'no-status': { point: 'message', needs: [] },
  'early-status': { point: 'message', needs: [] },
  fail: { point: 'message', needs: ['code'] },
  'late-status': { point: 'message', needs: ['seconds'] },
  duplicate: { point: 'webhook', needs: ['times'] },
  reverse: { point: 'webhook', needs: [] },
  'wrong-signature': { point: 'webhook', needs: [] },
  'late-webhook': { point: 'webhook', needs: ['seconds'] },
};

/** What was ordered to go wrong. */
export class Faults {
  readonly rules: Collection<Fault>;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.rules = world.collection<Fault>('faults');
  }

  /** The effects that strike here and now, in the order in which they were ordered. */
  strike(point: Point, facts: Facts): Effect[] {
    if (this.rules.size === 0) return [];
    const now = this.#world.clock.now();
    return this.rules
      .filter(
        (rule) =>
          effectKinds[rule.effect.type].point === point &&
          fits(rule, facts, now) &&
          this.#world.random.chance(rule.share),
      )
      .map((rule) => this.#count(rule, point, facts));
  }

  #count(rule: Fault, point: Point, { numberId, at: where }: Facts): Effect {
    const left = rule.left === undefined ? {} : { left: rule.left - 1 };
    this.rules.change(rule.id, { struck: rule.struck + 1, ...left });
    this.#world.journal.write('fault', this.#world.clock.now(), {
      fault: rule.id,
      point,
      effect: rule.effect,
      ...(numberId !== undefined && { numberId }),
      // Not `at`, which is the moment in every line of the journal.
      ...(where !== undefined && { where }),
    });
    return rule.effect;
  }
}

function fits(rule: Fault, { numberId, at }: Facts, now: number): boolean {
  if (rule.left === 0) return false;
  if (rule.numberId !== undefined && rule.numberId !== numberId) return false;
  if (rule.at !== undefined && rule.at !== at) return false;
  return (rule.from === undefined || now >= rule.from) && (rule.until === undefined || now < rule.until);
}
