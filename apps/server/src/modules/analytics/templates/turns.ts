import type { SystemTx } from '../../../platform/db/index.ts';
import type { LoggedEventOf } from '../../../platform/events/index.ts';

const kept = new Set(['quality', 'status', 'category', 'correctCategory']);

/** Keeps what WhatsApp said of quality, status and category, in its order. */
export async function keepTurns(
  tx: SystemTx,
  events: readonly LoggedEventOf<'template.changed'>[],
): Promise<void> {
  const rows = events.flatMap(({ workspaceId, eventId, at, data: { templateId, changes } }) =>
    changes
      .filter(({ field }) => kept.has(field))
      .map((change) => ({ workspaceId, eventId, at, templateId, ...change })),
  );
  if (rows.length === 0) return;
  await tx.sql(
    `insert into template_turns (workspace_id, turn_id, template_id, field, before, after, at)
     select "workspaceId", "eventId", t.template_id, field, before, after, row.at
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "eventId" uuid, "templateId" uuid, field text, before text,
       after text, at timestamptz)
     join templates t on t.workspace_id = "workspaceId" and t.template_id = "templateId"
     order by 1, 2, 4 on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
