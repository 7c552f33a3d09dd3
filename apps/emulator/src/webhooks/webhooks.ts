import type { Directory } from '../directory/directory.ts';
import type { App } from '../directory/records.ts';
import type { Effect, Faults } from '../faults/faults.ts';
import { refuse } from '../graph/errors.ts';
import type { Json } from '../world/json.ts';
import type { World } from '../world/world.ts';
import { bodyOf } from './body.ts';
import { type Destination, destinationsOf } from './destinations.ts';
import type { Poster } from './post.ts';
import { serialise, sign } from './sign.ts';
import type { Pending, Update } from './update.ts';
import { inVersion, usualVersion } from './versions.ts';

/** Updates for one callback of one app, in the order in which they happened. */
interface Queue {
  appId: string;
  url: string;
  pending: Pending[];
  /** What was posted and is not answered yet. */
  underway: Set<readonly Pending[]>;
  /** Whether it is to be looked through at the end of this moment. */
  awake: boolean;
  /** Of a world whose place another has taken: what is under way is not tried again. */
  isAbandoned: boolean;
}

/** A body that was not taken, with how often it was tried and until when it will be. */
interface Retry {
  appId: string;
  url: string;
  updates: Pending[];
  attempt: number;
  first: number;
}

/** Meta, "Payload size". */
const largestBody = 3 * 1024 * 1024;

const minute = 60_000;
const day = 24 * 60 * minute;

/** "Immediately, then with decreasing frequency"; the last pause repeats until the seven days are over. */
const pauses = [
  0,
  10_000,
  30_000,
  minute,
  5 * minute,
  15 * minute,
  60 * minute,
  3 * 60 * minute,
  6 * 60 * minute,
];

/**
 * Tells the world's changes to who subscribed: signed, in batches when there is more than connections can carry, at
 * least once, in no promised order, and again for seven days when it is not taken (Meta, "Webhooks overview").
 */
export class Webhooks {
  readonly #world: World;
  readonly #directory: Directory;
  readonly #faults: Faults;
  readonly #poster: Poster;
  readonly #queues = new Map<string, Queue>();
  readonly #setting;
  #idle: (() => void)[] = [];

  constructor({
    world,
    directory,
    faults,
    poster,
  }: {
    world: World;
    directory: Directory;
    faults: Faults;
    poster: Poster;
  }) {
    this.#world = world;
    this.#directory = directory;
    this.#faults = faults;
    this.#poster = poster;
    this.#setting = world.setting('webhooks', { largestBatch: 1000, connections: 16, retryDays: 7 });
    world.tasks.on<{ [key: string]: Json }>('webhooks.retry', (retry) =>
      this.#attempt(retry as unknown as Retry),
    );
    world.tasks.on<{ [key: string]: Json }>('webhooks.late', (update) =>
      this.#enqueue(update as unknown as Pending),
    );
    world.keep('webhooks', { save: () => this.#save(), restore: (values) => this.#restore(values) });
    world.settleBefore(() => this.idle());
  }

  send(update: Update): void {
    const pending: Pending = { ...update, at: this.#world.clock.now() };
    const effects = this.#faults.strike('webhook', { at: update.field, numberId: update.numberId });
    const times = effects.reduce((sum, effect) => sum + (effect.type === 'duplicate' ? effect.times : 0), 1);
    const late = effects.find((effect) => effect.type === 'late-webhook');
    for (let time = 0; time < times; time++) {
      if (late)
        this.#world.tasks.schedule({
          kind: 'webhooks.late',
          at: pending.at + late.seconds * 1000,
          payload: pending as unknown as Json,
        });
      else this.#enqueue(pending, effects);
    }
  }

  /** Resolves when nothing is under way; what waits for its next attempt does not count. */
  async idle(): Promise<void> {
    while (
      [...this.#queues.values()].some(({ underway, pending }) => underway.size > 0 || pending.length > 0)
    ) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
  }

  /** Asks a callback whether it is the right one; refuses as Graph does when it is not. */
  async verify(url: string, token: string, { certified = false } = {}): Promise<void> {
    if (url.length > 200) refuse(100, 'Param callback_url must be at most 200 characters long.');
    const challenge = String(this.#world.random.integer(100_000_000, 2_000_000_000));
    const address = URL.parse(url);
    if (!address || !/^https?:$/.test(address.protocol)) refuse(100, `${url} is not a valid URL.`);
    const asked = { mode: 'subscribe', challenge, verify_token: token };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(`hub.${name}`, value);
    const { status, text } = await this.#poster.get(address.href, certified);
    const reason = whyUnverified(status, text === challenge);
    this.#world.journal.write('webhook', this.#world.clock.now(), { verified: reason === null, url, status });
    if (reason !== null) refuse(2200, `Callback verification failed with the following errors: ${reason}`);
  }

  #enqueue(update: Pending, effects: Effect[] = []): void {
    for (const destination of destinationsOf(this.#directory, update)) {
      const queue = this.#queueOf(destination);
      if (effects.some(({ type }) => type === 'reverse')) queue.pending.unshift(update);
      else queue.pending.push(update);
      // The receiver must refuse this one; the same update follows with the right signature.
      if (effects.some(({ type }) => type === 'wrong-signature'))
        this.#postOnce(queue, destination, [update], `not ${destination.app.secret}`);
      this.#pumpSoon(queue);
    }
  }

  /** After everything that happens in this moment, so that it can share a body. */
  #pumpSoon(queue: Queue): void {
    if (queue.awake) return;
    queue.awake = true;
    setImmediate(() => {
      queue.awake = false;
      this.#pump(queue);
    });
  }

  #queueOf({ app, url }: Destination): Queue {
    const key = `${app.id} ${url}`;
    let queue = this.#queues.get(key);
    if (!queue) this.#queues.set(key, (queue = emptyQueue(app.id, url)));
    return queue;
  }

  #pump(queue: Queue): void {
    const { connections, largestBatch } = this.#setting.value;
    while (queue.pending.length > 0 && queue.underway.size < connections) {
      // A free line takes its share of what waits; under pressure the shares grow into batches.
      const share = Math.ceil(queue.pending.length / (connections - queue.underway.size));
      const updates = queue.pending.splice(0, Math.min(largestBatch, share));
      void this.#deliver(queue, {
        appId: queue.appId,
        url: queue.url,
        updates,
        attempt: 0,
        first: this.#world.clock.now(),
      });
    }
    if (queue.underway.size === 0 && queue.pending.length === 0) this.#wakeIdle();
  }

  async #deliver(queue: Queue, retry: Retry): Promise<void> {
    const app = this.#directory.apps.get(retry.appId);
    if (!app) return;
    const body = textOf(retry.updates, app);
    const mayShare = body.length <= largestBody && retry.updates.every(({ bare }) => !bare);
    if (!mayShare && retry.updates.length > 1) return this.#deliverHalves(queue, retry);
    queue.underway.add(retry.updates);
    try {
      const status = await this.#post({ app, url: retry.url }, body, sign(app.secret, body));
      if (status !== 200 && !queue.isAbandoned) this.#tryAgain(retry);
    } finally {
      this.#release(queue, retry.updates);
    }
  }

  async #deliverHalves(queue: Queue, retry: Retry): Promise<void> {
    const { updates } = retry;
    const middle = updates.length >> 1;
    const halves = [updates.slice(0, middle), updates.slice(middle)];
    await Promise.all(halves.map((half) => this.#deliver(queue, { ...retry, updates: half })));
  }

  /** A post of which nobody minds whether it is taken: it is not told again, also not after a restart. */
  #postOnce(queue: Queue, destination: Destination, updates: Pending[], secret: string): void {
    const mark: Pending[] = [];
    queue.underway.add(mark);
    const body = textOf(updates, destination.app);
    void this.#post(destination, body, sign(secret, body)).finally(() => this.#release(queue, mark));
  }

  async #post({ app, url }: Destination, body: string, signature: string): Promise<number> {
    const sent = this.#world.clock.now();
    const status = await this.#poster.post(url, { body, signature, certified: app.clientCertificate });
    const head = `"app":"${app.id}","url":${JSON.stringify(url)},"status":${status},"sent":${sent}`;
    this.#world.journal.writeText('webhook', this.#world.clock.now(), `${head},"body":${body}`);
    return status;
  }

  #release(queue: Queue, updates: readonly Pending[]): void {
    queue.underway.delete(updates);
    this.#pump(queue);
  }

  #tryAgain(retry: Retry): void {
    const pause = pauses[Math.min(retry.attempt, pauses.length - 1)] ?? 0;
    const at = this.#world.clock.now() + pause;
    if (at - retry.first > this.#setting.value.retryDays * day) {
      return this.#world.journal.write('webhook', this.#world.clock.now(), {
        app: retry.appId,
        url: retry.url,
        given_up: retry.updates.length,
      });
    }
    const payload = { ...retry, attempt: retry.attempt + 1 } as unknown as Json;
    this.#world.tasks.schedule({ kind: 'webhooks.retry', at, payload });
  }

  /** Goes where the app is to be told now, and to all other apps of the account again (Meta, "Webhooks overview"). */
  #attempt(retry: Retry): void {
    const ways = new Map<Queue, { destination: Destination; updates: Pending[] }>();
    for (const update of retry.updates) {
      for (const destination of destinationsOf(this.#directory, update)) {
        const queue = this.#queueOf(destination);
        const way = ways.get(queue);
        if (way) way.updates.push(update);
        else ways.set(queue, { destination, updates: [update] });
      }
    }
    for (const [queue, { destination, updates }] of ways) {
      const { app, url } = destination;
      if (app.id === retry.appId) void this.#deliver(queue, { ...retry, url, updates });
      else this.#postOnce(queue, destination, updates, app.secret);
    }
  }

  #wakeIdle(): void {
    const waiting = this.#idle;
    this.#idle = [];
    for (const wake of waiting) wake();
  }

  /** What is under way when the world is saved is sent again after it is restored: at least once. */
  #save(): Json[] {
    return [...this.#queues.values()].map(({ appId, url, pending, underway }) => {
      return { appId, url, pending: [...[...underway].flat(), ...pending] } as unknown as Json;
    });
  }

  #restore(values: Json[]): void {
    for (const queue of this.#queues.values()) Object.assign(queue, { isAbandoned: true, pending: [] });
    this.#queues.clear();
    for (const { appId, url, pending } of values as unknown as Queue[]) {
      const queue = { ...emptyQueue(appId, url), pending: [...pending] };
      this.#queues.set(`${appId} ${url}`, queue);
      this.#pumpSoon(queue);
    }
  }
}

function textOf(updates: readonly Pending[], { webhookVersion = usualVersion }: App): string {
  const [first] = updates;
  if (first?.bare && updates.length === 1) return serialise(first.value);
  if (webhookVersion >= usualVersion) return serialise(bodyOf(updates));
  const older = updates.map((update) => ({ ...update, value: inVersion(update.value, webhookVersion) }));
  return serialise(bodyOf(older));
}

const emptyQueue = (appId: string, url: string): Queue => {
  return { appId, url, pending: [], underway: new Set(), awake: false, isAbandoned: false };
};

function whyUnverified(status: number, isRight: boolean): string | null {
  if (status === 0) return 'Callback could not be reached';
  if (status !== 200) return `HTTP Status Code = ${status}`;
  return isRight ? null : 'Response does not match challenge';
}
