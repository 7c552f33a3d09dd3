import type { Tx } from '../../../platform/db/index.ts';
import { namesOfActors, shownActor } from '../families/actors.ts';
import { dayAfter } from './days.ts';
import { festivals } from './festivals.ts';
import { holdsOn, locksFrom, todayIn } from './locks.ts';
import { listReminders } from './reminders.ts';
import { getCare } from './settings.ts';

interface OccasionRow {
  occasionId: string;
  name: string;
  day: string;
  lockDays: number | null;
  createdBy: string;
}

/** Everything about looking after templates, on one page. */
export async function getCadence(tx: Tx) {
  const today = await todayIn(tx);
  const settings = await getCare(tx, tx.workspaceId);
  const occasions = await tx.sql<OccasionRow>(
    `select occasion_id as "occasionId", name, to_char(day, 'YYYY-MM-DD') as day, lock_days as "lockDays",
       created_by as "createdBy"
     from template_occasions where workspace_id = $1 and day >= $2::date order by day, occasion_id limit 200`,
    [tx.workspaceId, today],
  );
  const names = await namesOfActors(tx, tx.workspaceId);
  const locks = locksFrom(today, settings, occasions);
  const holding = locks.filter((lock) => holdsOn(today, lock));
  return {
    settings,
    today,
    festivals: festivalsWithin(today, settings.festivals),
    occasions: occasions.map(({ lockDays, createdBy, ...occasion }) => ({
      ...occasion,
      lockDays: lockDays ?? settings.lockDays,
      createdBy: shownActor(createdBy, names),
    })),
    locks: locks.filter(({ from }) => from <= dayAfter(today, 60)),
    locked: holding.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null,
    reminders: await listReminders(tx),
  };
}

function festivalsWithin(today: string, followed: readonly string[]) {
  const end = dayAfter(today, 365);
  return festivals
    .flatMap(({ key, name, certainty, days }) =>
      days
        .filter((day) => day >= today && day < end)
        .map((day) => ({ key, name, certainty, day, followed: followed.includes(key) })),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
