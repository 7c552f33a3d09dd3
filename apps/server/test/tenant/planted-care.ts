import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** How templates are looked after: settings, a day of one's own, and what is due. */
export async function plantCare(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['occasionId', 'reminderId']) ids[name] = newId(now);
  await database.asOwner(
    `insert into template_care (workspace_id, refresh_days, audit_days, lock_days, domains, disclosures, updated_at,
       updated_by)
     values ($1, 30, 90, 14, $2, jsonb_build_object('en', $3::text), $4, $5)`,
    [
      workspaceId,
      [`${word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.in`],
      word,
      now,
      `user:${ids.ownerId}`,
    ],
  );
  await database.asOwner(
    `insert into template_occasions (workspace_id, occasion_id, name, day, created_at, created_by)
     values ($1, $2, $3, $4::date + 40, $4, $5)`,
    [workspaceId, ids.occasionId, `${word} launch`, now, `user:${ids.ownerId}`],
  );
  await database.asOwner(
    `insert into template_reminders (workspace_id, reminder_id, kind, subject, name, due_on, raised_at)
     values ($1, $2, 'lock', $3, $4, $5::date, $5)`,
    [workspaceId, ids.reminderId, ids.occasionId, `${word} launch`, now],
  );
}
