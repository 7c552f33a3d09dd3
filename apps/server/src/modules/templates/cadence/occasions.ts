import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { keyOfActor } from '../families/actors.ts';
import { dayAfter } from './days.ts';
import { todayIn } from './locks.ts';

interface NewOccasion {
  name: string;
  day: string;
  lockDays: number | null;
}

export async function addOccasion(tx: Tx, { name, day, lockDays }: NewOccasion) {
  const today = await todayIn(tx);
  if (day < today) throw invalidField('day', 'past', 'This day is over. Choose one that is ahead.');
  if (day > dayAfter(today, 1100)) throw invalidField('day', 'too_far', 'Choose a day within three years.');
  const occasionId = newId(tx.now);
  await tx.sql(
    `insert into template_occasions (workspace_id, occasion_id, name, day, lock_days, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.workspaceId, occasionId, name, day, lockDays, tx.now, keyOfActor(tx.actor)],
  );
  await publish(tx, { type: 'template_cadence.changed', data: { changed: ['occasions'] } });
  return { occasionId };
}

export async function removeOccasion(tx: Tx, occasionId: string): Promise<Record<string, never>> {
  const removed = await tx.sql(
    `delete from template_occasions where workspace_id = $1 and occasion_id = $2 returning 1`,
    [tx.workspaceId, occasionId],
  );
  if (removed.length === 0) throw notFound('day');
  await tx.sql(
    `update template_reminders set done_at = $3, done_by = $4
     where workspace_id = $1 and kind = 'lock' and subject = $2 and done_at is null`,
    [tx.workspaceId, occasionId, tx.now, keyOfActor(tx.actor)],
  );
  await publish(tx, { type: 'template_cadence.changed', data: { changed: ['occasions'] } });
  return {};
}
