import {
  createGraphClient,
  type GraphClient,
  type GraphOptions,
  type Transport,
} from '@trikon/whatsapp/client';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { countReached, type NumberFacts, readNumber } from './lanes.ts';
import type { NumberName } from './row.ts';

const rememberMilliseconds = 30_000;
/** Of a limit that large, counting each time would cost more than what is written between two counts. */
const countAfresh = 10_000;

/** What opening a number's account takes. */
export interface AccessParts {
  db: Database;
  /** By which everything is sent: it keeps connections and repeats nothing. */
  request: Transport;
  openNumber: (tx: SystemTx, number: NumberName) => Promise<GraphOptions & { phoneNumberId: string }>;
}

export interface Access extends NumberFacts {
  client: GraphClient;
}

/** What sending by one number takes: its token, its speed and how far it may reach, remembered for a short time. */
export class NumberAccess {
  readonly #parts: AccessParts;
  readonly #name: NumberName;
  #access: Access | undefined;
  #readAt = -Infinity;
  #left = 0;
  #countedAt = -Infinity;

  constructor(parts: AccessParts, name: NumberName) {
    this.#parts = parts;
    this.#name = name;
  }

  /** Null when the number is not connected any more. */
  async read(): Promise<Access | null> {
    const now = performance.now();
    if (this.#access !== undefined && now - this.#readAt < rememberMilliseconds) return this.#access;
    const { db, openNumber, request } = this.#parts;
    const found = await db.acrossWorkspaces('dispatch', async (tx) => {
      const facts = await readNumber(tx, this.#name);
      if (facts === null || !facts.isConnected) return null;
      return { facts, options: await openNumber(tx, this.#name) };
    });
    if (found === null) return null;
    this.#readAt = now;
    this.#access = { ...found.facts, client: createGraphClient({ ...found.options, request }) };
    return this.#access;
  }

  forget(): void {
    this.#readAt = -Infinity;
    this.#countedAt = -Infinity;
  }

  /** How many new people may still be written to today; null without a limit. Part of the claim's transaction. */
  async reachLeft(tx: SystemTx, { limitKey, reach }: Access): Promise<number | null> {
    if (reach === null) return null;
    const now = performance.now();
    if (reach <= countAfresh || this.#left < countAfresh || now - this.#countedAt > 5_000) {
      this.#left = reach - (await countReached(tx, { workspaceId: this.#name.workspaceId, limitKey }));
      this.#countedAt = now;
    }
    return Math.max(0, this.#left);
  }
}
