import type { Reach } from '../contacts-parts.ts';

const day = 86_400_000;
const fewForPossible = 2;
const fewForLikely = 4;
const daysForLikely = 3;

/**
 * WhatsApp tells nobody who blocked them: such messages fail like those to a phone that is off. What earlier arrived and
 * then fails again and again, over days, is most often a block; who never got anything may just not be on WhatsApp.
 */
export function suspicionOf({ failures, firstFailedAt, lastDeliveredAt, lastWroteAt }: Reach, now: Date) {
  const wroteSince =
    firstFailedAt !== null && lastWroteAt !== null && lastWroteAt.getTime() > firstFailedAt.getTime();
  const rest = { failures, firstFailedAt, lastDeliveredAt, wroteSince };
  if (wroteSince || lastDeliveredAt === null || firstFailedAt === null || failures < fewForPossible)
    return { ...rest, suspicion: 'none' as const };
  const days = (now.getTime() - firstFailedAt.getTime()) / day;
  const isLikely = failures >= fewForLikely && days >= daysForLikely;
  return { ...rest, suspicion: isLikely ? ('likely' as const) : ('possible' as const) };
}
