import type { Directory } from '../directory/directory.ts';
import type { World } from '../world/world.ts';
import { refuse } from './errors.ts';

const hour = 3_600_000;

interface Count {
  from: number;
  calls: number;
}

/**
 * Management calls of an app on an account: 200 an hour, and 5,000 once the account has a registered number
 * (Meta, "Rate limits"). Off by the setting `limits.managementCalls`, which a test may raise or lower.
 */
export class Quota {
  readonly #world: World;
  readonly #directory: Directory;
  readonly #counts = new Map<string, Count>();
  readonly #limits;

  constructor(world: World, directory: Directory) {
    this.#world = world;
    this.#directory = directory;
    this.#limits = world.setting('limits', { managementCalls: 5000, managementCallsUnregistered: 200 });
    world.keep('quota', {
      save: () => [...this.#counts].map(([key, { from, calls }]) => [key, from, calls]),
      restore: (values) => {
        this.#counts.clear();
        for (const [key, from, calls] of values as [string, number, number][])
          this.#counts.set(key, { from, calls });
      },
    });
  }

  /** Counts a call, and gives the headers that tell how much is used. */
  count(appId: string, owner: { wabaId?: string } | undefined, key: string): Record<string, string> {
    const wabaId = owner?.wabaId;
    if (wabaId === undefined || key === 'POST number/messages') return {};
    const now = this.#world.clock.now();
    const limit = this.#limitOf(wabaId);
    const count = this.#current(`${appId} ${wabaId}`, now);
    const isOver = count.calls >= limit;
    if (!isOver) count.calls += 1;
    const minutes = Math.ceil((count.from + hour - now) / 60_000);
    const headers = usageHeaders(wabaId, Math.floor((count.calls / Math.max(1, limit)) * 100), minutes);
    if (!isOver) return headers;
    return refuse(
      80007,
      'There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
      { subcode: 2446079, headers },
    );
  }

  #limitOf(wabaId: string): number {
    const { managementCalls, managementCallsUnregistered } = this.#limits.value;
    const active = this.#directory.numbersOf(wabaId).some(({ registered }) => registered);
    return active ? managementCalls : managementCallsUnregistered;
  }

  #current(key: string, now: number): Count {
    const count = this.#counts.get(key);
    if (count && now - count.from < hour) return count;
    const fresh = { from: now, calls: 0 };
    this.#counts.set(key, fresh);
    return fresh;
  }
}

/** Shares are percentages; the time until calls are taken again is in minutes. */
function usageHeaders(wabaId: string, share: number, minutes: number): Record<string, string> {
  const regain = share >= 100 ? minutes : 0;
  return {
    'x-business-use-case-usage': `{"${wabaId}":[{"type":"whatsapp_business_management","call_count":${share},"total_cputime":0,"total_time":0,"estimated_time_to_regain_access":${regain}}]}`,
    'x-app-usage': '{"call_count":0,"total_cputime":0,"total_time":0}',
  };
}
