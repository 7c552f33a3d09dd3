import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import type { AnyTx } from '../template-row.ts';
import { dayAfter, dayIn } from './days.ts';
import { festivals } from './festivals.ts';
import { getCare, type CareSettings } from './settings.ts';

export interface Lock {
  /** The festival's key or the occasion's id. */
  subject: string;
  name: { en: string; hi: string };
  day: string;
  /** From this day on nothing is submitted, until the event is over. */
  from: string;
}

interface Occasion {
  occasionId: string;
  name: string;
  day: string;
  lockDays: number | null;
}

/** Every event from a day on that submitting stops for, the next first. */
export function locksFrom(
  today: string,
  { festivals: followed, lockDays }: Pick<CareSettings, 'festivals' | 'lockDays'>,
  occasions: readonly Occasion[],
): Lock[] {
  const ofFestivals = festivals
    .filter(({ key }) => followed.includes(key))
    .flatMap(({ key, name, days }) => days.map((day) => ({ subject: key, name, day, days: lockDays })));
  const own = occasions.map(({ occasionId, name, day, lockDays: ownDays }) => ({
    subject: occasionId,
    name: { en: name, hi: name },
    day,
    days: ownDays ?? lockDays,
  }));
  return [...ofFestivals, ...own]
    .filter(({ day, days }) => days > 0 && day >= today)
    .map(({ days, ...lock }) => ({ ...lock, from: dayAfter(lock.day, -days) }))
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.day.localeCompare(b.day));
}

export const holdsOn = (today: string, { from, day }: Lock): boolean => from <= today && today <= day;

export async function todayIn(tx: Tx): Promise<string> {
  const [row] = await tx.sql<{ timeZone: string }>(
    `select time_zone as "timeZone" from workspaces where workspace_id = $1`,
    [tx.workspaceId],
  );
  return dayIn(tx.now, row!.timeZone);
}

const occasionsFrom = (tx: AnyTx, workspaceId: string, today: string): Promise<Occasion[]> =>
  tx.sql<Occasion>(
    `select occasion_id as "occasionId", name, to_char(day, 'YYYY-MM-DD') as day, lock_days as "lockDays"
     from template_occasions where workspace_id = $1 and day >= $2::date order by day, occasion_id limit 200`,
    [workspaceId, today],
  );

/** The lock that holds now, of the event that comes first. */
export async function lockNow(tx: Tx): Promise<Lock | null> {
  const today = await todayIn(tx);
  const care = await getCare(tx, tx.workspaceId);
  const occasions = await occasionsFrom(tx, tx.workspaceId, today);
  const holding = locksFrom(today, care, occasions).filter((lock) => holdsOn(today, lock));
  return holding.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null;
}

/** Refuses to submit shortly before an event, unless somebody says why it has to be. */
export async function refuseWhileLocked(
  tx: Tx,
  { versionId, rationale }: { versionId: string; rationale: string | null },
): Promise<void> {
  const lock = await lockNow(tx);
  if (lock === null) return;
  if (rationale === null) {
    throw new Refusal(
      'conflict',
      `Submitting is locked until ${lock.name.en} on ${lock.day}, so that what is approved can settle. Say why this cannot wait to submit it all the same.`,
      { details: { reason: 'locked', lock } },
    );
  }
  await publish(tx, {
    type: 'template_lock.overridden',
    data: { versionId, lock: lock.subject, rationale },
  });
}
