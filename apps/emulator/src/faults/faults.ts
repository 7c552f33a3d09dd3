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

const points: Record<Effect['type'], Point> = {
  error: 'request',
  slow: 'request',
  hang: 'request',
  'reset-before': 'request',
  'reset-after': 'request',
  'lost-reply': 'request',
  html: 'request',
  'wrong-length': 'request',
  'no-status': 'message',
  'early-status': 'message',
  fail: 'message',
  'late-status': 'message',
  duplicate: 'webhook',
  reverse: 'webhook',
  'wrong-signature': 'webhook',
  'late-webhook': 'webhook',
};

export const pointOf = (effect: Effect): Point => points[effect.type];

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
          pointOf(rule.effect) === point && fits(rule, facts, now) && this.#world.random.chance(rule.share),
      )
      .map((rule) => this.#count(rule, point, facts));
  }

  #count(rule: Fault, point: Point, facts: Facts): Effect {
    const left = rule.left === undefined ? {} : { left: rule.left - 1 };
    this.rules.change(rule.id, { struck: rule.struck + 1, ...left });
    this.#world.journal.write('fault', this.#world.clock.now(), {
      fault: rule.id,
      point,
      effect: rule.effect,
      ...facts,
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
