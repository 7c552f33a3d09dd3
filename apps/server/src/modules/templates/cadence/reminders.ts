import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { keyOfActor, namesOfActors, shownActor } from '../families/actors.ts';
import type { reminderKinds } from '@trikon/contract';

interface Row {
  reminderId: string;
  kind: (typeof reminderKinds)[number];
  subject: string;
  name: string;
  dueOn: string;
  raisedAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
}

const columns = `reminder_id as "reminderId", kind, subject, name, to_char(due_on, 'YYYY-MM-DD') as "dueOn",
  raised_at as "raisedAt", done_at as "doneAt", done_by as "doneBy"`;

/** The open ones, the oldest first, and those that were done last. */
export async function listReminders(tx: Tx) {
  const rows = await tx.sql<Row>(
    `(select ${columns} from template_reminders where workspace_id = $1 and done_at is null
      order by due_on, reminder_id limit 200)
     union all
     (select ${columns} from template_reminders where workspace_id = $1 and done_at is not null
      order by done_at desc, reminder_id limit 10)`,
    [tx.workspaceId],
  );
  const names = await namesOfActors(tx, tx.workspaceId);
  return rows.map(({ subject, doneBy, ...row }) => ({
    ...row,
    familyId: row.kind === 'refresh' ? subject : null,
    doneBy: doneBy === null ? null : shownActor(doneBy, names),
  }));
}

export async function finishReminder(tx: Tx, reminderId: string): Promise<Record<string, never>> {
  const [row] = await tx.sql<{ isOpen: boolean }>(
    `select done_at is null as "isOpen" from template_reminders where workspace_id = $1 and reminder_id = $2 for update`,
    [tx.workspaceId, reminderId],
  );
  if (row === undefined) throw notFound('reminder');
  if (!row.isOpen) return {};
  await tx.sql(
    `update template_reminders set done_at = $3, done_by = $4 where workspace_id = $1 and reminder_id = $2`,
    [tx.workspaceId, reminderId, tx.now, keyOfActor(tx.actor)],
  );
  await publish(tx, { type: 'template_reminder.finished', data: { reminderId } });
  return {};
}
