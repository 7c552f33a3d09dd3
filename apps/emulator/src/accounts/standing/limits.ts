import type { AccountAlert, BusinessCapability } from '@trikon/whatsapp';
import type { Business, Tier } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Json } from '../../world/json.ts';
import { hour } from '../times.ts';
import { type SavedUsage, Usage } from './usage.ts';

/** How many people a portfolio may reach outside of windows in 24 hours (Meta, "Messaging limits"). */
export interface Limits {
  /** Asked when a message outside of a window is about to be sent; the place is kept for it. */
  mayOpenConversation(businessId: string, person: string): boolean;
  /** A message outside of a window was delivered. */
  noteDelivered(businessId: string, person: string): void;
  used(businessId: string): number;
  /** Changes the limit as Meta would, and tells subscribers. */
  setTier(businessId: string, tier: Tier): void;
  /** The portfolio is verified, which lifts it from the first limit and lets it have more numbers. */
  verify(businessId: string): void;
}

const people: Record<Tier, number> = {
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Infinity,
};

const tiers = Object.keys(people) as Tier[];

export function createLimits(emulator: Emulator, onRise: (businessId: string) => void): Limits {
  const { world, directory } = emulator;
  const { businesses } = directory;
  const setting = world.setting('portfolio-limits', { growHours: 6, grow: true });
  const usages = new Map<string, Usage>();
  const usageOf = (businessId: string): Usage => {
    let usage = usages.get(businessId);
    if (!usage) usages.set(businessId, (usage = new Usage()));
    return usage;
  };
  const growing = new Set<string>();
  keepUsages(emulator, usages, growing);
  world.tasks.on<string>('limits.grow', (businessId) => {
    growing.delete(businessId);
    const business = businesses.get(businessId);
    if (!business) return;
    if (mayGrow(business)) setTier(businessId, nextTier(business.tier));
    else if (business.tier === 'TIER_250') tellDenial(emulator, businessId);
  });

  function mayGrow({ id, tier }: Business): boolean {
    const now = world.clock.now();
    const isGood = directory
      .wabasOf(id)
      .flatMap(({ id: wabaId }) => directory.numbersOf(wabaId))
      .every(({ quality }) => quality !== 'RED');
    if (!setting.value.grow || !isGood || tier === 'TIER_UNLIMITED') return false;
    const usage = usageOf(id);
    return tier === 'TIER_250'
      ? usage.openedWithin(30, now) >= 2000
      : usage.openedWithin(7, now) >= people[tier] / 2;
  }

  function setTier(businessId: string, tier: Tier): void {
    const business = businesses.get(businessId);
    if (!business || business.tier === tier) return;
    const rises = people[tier] > people[business.tier];
    const numberLimit = tier === 'TIER_250' ? business.numberLimit : Math.max(20, business.numberLimit ?? 0);
    businesses.change(businessId, { tier, ...(numberLimit !== undefined && { numberLimit }) });
    if (tier === 'TIER_UNLIMITED') usageOf(businessId).forgetPeople();
    tellCapability(emulator, businessId);
    if (rises && business.tier === 'TIER_250') onRise(businessId);
  }

  return {
    setTier,
    mayOpenConversation(businessId, person) {
      const tier = businesses.get(businessId)?.tier ?? 'TIER_250';
      return tier === 'TIER_UNLIMITED' || usageOf(businessId).take(person, people[tier], world.clock.now());
    },
    noteDelivered(businessId, person) {
      const business = businesses.get(businessId);
      if (!business || business.tier === 'TIER_UNLIMITED') return;
      usageOf(businessId).note(person, world.clock.now());
      if (growing.has(businessId) || !mayGrow(business)) return;
      growing.add(businessId);
      const at = world.clock.now() + setting.value.growHours * hour;
      world.tasks.schedule({ kind: 'limits.grow', at, payload: businessId });
    },
    used: (businessId) => usageOf(businessId).used(world.clock.now()),
    verify(businessId) {
      const business = businesses.change(businessId, { verification: 'verified' });
      if (business.tier === 'TIER_250') setTier(businessId, 'TIER_2K');
    },
  };
}

const nextTier = (tier: Tier): Tier => tiers[tiers.indexOf(tier) + 1] ?? tier;

function keepUsages({ world }: Emulator, usages: Map<string, Usage>, growing: Set<string>): void {
  world.keep('portfolio-usage', {
    save: () => [...usages].map(([id, usage]) => [id, usage.save() as unknown as Json]),
    restore(values) {
      usages.clear();
      growing.clear();
      for (const [id, saved] of values as unknown as [string, SavedUsage][]) usages.set(id, new Usage(saved));
    },
  });
}

/** Every account of the portfolio hears how much it may. */
function tellCapability({ directory, webhooks }: Emulator, businessId: string): void {
  const { tier, numberLimit = 2 } = directory.businesses.get(businessId) as Business;
  const numbers =
    tier === 'TIER_250'
      ? { max_phone_numbers_per_business: numberLimit }
      : { max_phone_numbers_per_waba: 25 };
  const value = { max_daily_conversations_per_business: tier, ...numbers } satisfies BusinessCapability;
  for (const { id } of directory.wabasOf(businessId)) {
    webhooks.send({ wabaId: id, field: 'business_capability_update', value });
  }
}

/** The analysis before the first rise found the messages wanting. */
function tellDenial({ directory, webhooks }: Emulator, businessId: string): void {
  const alert = {
    alert_severity: 'WARNING',
    alert_status: 'ACTIVE',
    alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
    alert_description: 'The messaging limit cannot be increased because of the quality of messages.',
  } as const;
  const value = { entity_type: 'BUSINESS', entity_id: businessId, alert_info: alert } satisfies AccountAlert;
  for (const { id } of directory.wabasOf(businessId))
    webhooks.send({ wabaId: id, field: 'account_alerts', value });
}
