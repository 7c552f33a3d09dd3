import type { NumberQualityUpdate } from '@trikon/whatsapp';
import type { Emulator } from '../../emulator.ts';
import type { Json } from '../../world/json.ts';
import { hour, minute } from '../times.ts';
import { Reach } from './reach.ts';

/** The rise to a thousand messages a second (Meta, "Throughput"). */
export interface ThroughputUpgrade {
  /** A message outside of a window was delivered by the number. */
  noteDelivered(numberId: string, person: string): void;
  /** The upgrade itself, with its minute of maintenance. */
  upgrade(numberId: string): void;
}

/**
 * People are counted over again only when there can be enough of them, since counting is dearer than noting; and soon
 * when few are missing, though not at every delivery.
 */
const recountAfter = (missing: number, wanted: number): number => Math.max(missing, Math.ceil(wanted / 2000));

export function createThroughputUpgrade({ world, directory, webhooks }: Emulator): ThroughputUpgrade {
  const { numbers } = directory;
  const setting = world.setting('throughput-upgrade', { people: 100_000, afterHours: 12 });
  const reaches = new Map<string, Reach>();
  /** How many deliveries remain until people are counted again, and for how many people that was worked out. */
  const waits = new Map<string, { left: number; wanted: number }>();
  const scheduled = new Set<string>();
  world.keep('reach', {
    save: () => [...reaches].map(([id, reach]) => [id, reach.save() as Json]),
    restore(values) {
      reaches.clear();
      scheduled.clear();
      waits.clear();
      for (const [id, saved] of values as unknown as [string, [number, string][]][])
        reaches.set(id, Reach.restore(saved));
    },
  });
  world.tasks.on<string>('throughput.upgrade', (numberId) => {
    scheduled.delete(numberId);
    if (isEligible(numberId)) upgrade(numberId);
  });

  function isEligible(numberId: string): boolean {
    const number = numbers.get(numberId);
    if (!number || number.throughput === 'HIGH' || number.onBusinessApp || number.quality === 'RED')
      return false;
    if (directory.ownersOf(number).business.tier !== 'TIER_UNLIMITED') return false;
    return (reaches.get(numberId)?.people(world.clock.now()) ?? 0) >= setting.value.people;
  }

  function upgrade(numberId: string): void {
    const number = numbers.get(numberId);
    if (!number) return;
    numbers.change(numberId, { throughput: 'HIGH', maintenanceUntil: world.clock.now() + minute });
    const { tier } = directory.ownersOf(number).business;
    webhooks.send({
      wabaId: number.wabaId,
      numberId,
      field: 'phone_number_quality_update',
      value: {
        display_phone_number: number.phone,
        event: 'THROUGHPUT_UPGRADE',
        max_daily_conversations_per_business: tier,
      } satisfies NumberQualityUpdate,
    });
  }

  return {
    upgrade,
    noteDelivered(numberId, person) {
      const number = numbers.get(numberId);
      if (!number || number.throughput === 'HIGH' || number.onBusinessApp) return;
      let reach = reaches.get(numberId);
      if (!reach) reaches.set(numberId, (reach = new Reach()));
      reach.add(person, world.clock.now());
      if (scheduled.has(numberId)) return;
      const { people: wanted } = setting.value;
      const wait = waits.get(numberId);
      if (wait?.wanted === wanted && wait.left > 1) {
        wait.left -= 1;
        return;
      }
      const missing = wanted - reach.people(world.clock.now());
      waits.set(numberId, { left: recountAfter(missing, wanted), wanted });
      if (!isEligible(numberId)) return;
      scheduled.add(numberId);
      const at = world.clock.now() + setting.value.afterHours * hour;
      world.tasks.schedule({ kind: 'throughput.upgrade', at, payload: numberId });
    },
  };
}
