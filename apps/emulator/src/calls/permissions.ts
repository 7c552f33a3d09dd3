import { chatKey } from '../messages/message.ts';
import type { Collection } from '../world/collection.ts';
import type { Setting, World } from '../world/world.ts';

export type PermissionStatus = 'none' | 'temporary' | 'permanent';

/** What a customer allows a number, and what the number did with it. */
export interface CallPermission {
  /** `<number id> <phone>` */
  id: string;
  status: PermissionStatus;
  /** Of a temporary one. */
  until?: number;
  /** When it was asked for; empty again after the two were connected. */
  requests: number[];
  /** When calls of the business were connected. */
  connected: number[];
  /** Calls of the business that nobody answered, in a row. */
  unanswered: number;
  /** When the newest request was sent that was answered. */
  answeredAt?: number;
}

export interface Use {
  period: 'PT24H' | 'P7D';
  max: number;
  used: number;
  /** When there is room again; only while there is none. */
  fullUntil?: number;
}

const day = 24 * 3_600_000;
const week = 7 * day;

export type PermissionLimits = {
  requestsPerDay: number;
  requestsPerWeek: number;
  sandboxRequestsPerDay: number;
  sandboxRequestsPerWeek: number;
  connectedPerDay: number;
  askAfterUnanswered: number;
  revokeAfterUnanswered: number;
};

/** Which numbers may call whom, how often they may ask, and how often they may call (Meta, "User call permissions"). */
export class Permissions {
  readonly #all: Collection<CallPermission>;
  readonly #world: World;
  readonly #setting: Setting<PermissionLimits>;

  constructor(world: World) {
    this.#world = world;
    this.#all = world.collection<CallPermission>('call-permissions');
    this.#setting = world.setting('call-permissions', {
      requestsPerDay: 1,
      requestsPerWeek: 2,
      sandboxRequestsPerDay: 25,
      sandboxRequestsPerWeek: 100,
      // Meta's text says 10, its older samples 5.
      connectedPerDay: 10,
      askAfterUnanswered: 2,
      revokeAfterUnanswered: 4,
    });
  }

  of(numberId: string, person: string): { permission: PermissionStatus; until?: number } {
    const { status, until } = this.#get(numberId, person);
    if (status !== 'temporary') return { permission: status };
    return until !== undefined && until > this.#now ? { permission: status, until } : { permission: 'none' };
  }

  allow(numberId: string, person: string, status: PermissionStatus): void {
    const until = status === 'temporary' ? this.#now + week : undefined;
    this.#put(numberId, person, { status, until, unanswered: 0 });
  }

  requestUse(numberId: string, person: string, isSandbox: boolean): Use[] {
    const { requests } = this.#get(numberId, person);
    const limits = this.#setting.value;
    const [perDay, perWeek] = isSandbox
      ? [limits.sandboxRequestsPerDay, limits.sandboxRequestsPerWeek]
      : [limits.requestsPerDay, limits.requestsPerWeek];
    return [this.#use('PT24H', requests, perDay), this.#use('P7D', requests, perWeek)];
  }

  callUse(numberId: string, person: string): Use {
    return this.#use('PT24H', this.#get(numberId, person).connected, this.#setting.value.connectedPerDay);
  }

  noteRequest(numberId: string, person: string): void {
    const { requests } = this.#get(numberId, person);
    const recent = requests.filter((at) => this.#now - at < week);
    this.#put(numberId, person, { requests: [...recent, this.#now] });
  }

  noteAnswer(numberId: string, person: string, requestedAt: number): void {
    this.#put(numberId, person, { answeredAt: Math.max(requestedAt, this.answeredAt(numberId, person)) });
  }

  answeredAt(numberId: string, person: string): number {
    return this.#get(numberId, person).answeredAt ?? 0;
  }

  /** Whoever talks to each other may be asked anew. */
  noteConnected(numberId: string, person: string, isOfBusiness: boolean): void {
    const { connected } = this.#get(numberId, person);
    const recent = connected.filter((at) => this.#now - at < day);
    this.#put(numberId, person, {
      requests: [],
      connected: isOfBusiness ? [...recent, this.#now] : recent,
      unanswered: 0,
    });
  }

  /** What comes of one more call of the business that nobody answered. */
  noteUnanswered(numberId: string, person: string): 'nothing' | 'ask' | 'revoked' {
    const { askAfterUnanswered, revokeAfterUnanswered } = this.#setting.value;
    const unanswered = this.#get(numberId, person).unanswered + 1;
    const isRevoked = unanswered >= revokeAfterUnanswered;
    this.#put(numberId, person, {
      unanswered: isRevoked ? 0 : unanswered,
      ...(isRevoked && { status: 'none' as const, until: undefined }),
    });
    if (isRevoked) return 'revoked';
    return unanswered === askAfterUnanswered ? 'ask' : 'nothing';
  }

  #use(period: Use['period'], times: readonly number[], max: number): Use {
    const length = period === 'PT24H' ? day : week;
    const recent = times.filter((at) => this.#now - at < length);
    const first = recent.at(-max);
    return {
      period,
      max,
      used: recent.length,
      ...(recent.length >= max && first !== undefined && { fullUntil: first + length }),
    };
  }

  get #now(): number {
    return this.#world.clock.now();
  }

  #get(numberId: string, person: string): CallPermission {
    const id = chatKey(numberId, person);
    return this.#all.get(id) ?? { id, status: 'none', requests: [], connected: [], unanswered: 0 };
  }

  #put(numberId: string, person: string, patch: Partial<CallPermission>): void {
    this.#all.put({ ...this.#get(numberId, person), ...patch });
  }
}
