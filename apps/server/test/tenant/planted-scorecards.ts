import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** How a template did, what rules did about it, and what holds it back. */
export async function plantScorecards(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['actionId', 'answeredActionId']) ids[name] = newId(now);
  const of = [workspaceId, ids.templateId, now];
  const plant = (text: string, ...values: unknown[]): Promise<unknown> =>
    database.asOwner(text, [...of, ...values]);
  await plant(
    `insert into template_spans (workspace_id, template_id, from_at, version_id) values ($1, $2, $3, $4)`,
    ids.submittedVersionId,
  );
  await plant(
    `insert into template_sends (workspace_id, message_id, template_id, conversation_id, contact_id, sent_at, day)
     values ($1, $4, $2, $4, $5, $3, $3::timestamptz::date)`,
    newId(now),
    ids.keptContactId,
  );
  await plant(
    `insert into template_responses (workspace_id, response_id, kind, message_id, at) values ($1, $2, 'reply', $2, $3)`,
  );
  await plant(
    `insert into template_days_due (workspace_id, template_id, day) values ($1, $2, $3::timestamptz::date)`,
  );
  await plant(
    `insert into template_pace_days (workspace_id, template_id, day, allowed) values ($1, $2, $3::timestamptz::date, 1)`,
  );
  await plant(
    `insert into template_days (workspace_id, template_id, version_id, day, sent, delivered, read, failed, failures, replied,
       pressed, answered, answered_unread, opted_out, blocked)
     values ($1, $2, $4, $3::timestamptz::date, 900, 800, 500, 9, jsonb_build_object('131026', 9), 40, 4, 44, 4, 3, 2)`,
    ids.submittedVersionId,
  );
  await plant(
    `insert into template_turns (workspace_id, turn_id, template_id, field, before, after, at)
     values ($1, gen_random_uuid(), $2, 'quality', $4, $4, $3)`,
    `${word} quality`,
  );
  await plant(`insert into template_controls (workspace_id, template_id, changed_at) values ($1, $2, $3)`);
  await database.asOwner(
    `insert into template_rules (workspace_id, rules, updated_at, updated_by)
     values ($1, '{"failures": {"percent": 12}}', $2, $3)`,
    [workspaceId, now, `user:${ids.ownerId}`],
  );
  await plant(
    `insert into template_actions (workspace_id, action_id, template_id, rule, cause, action, facts, at, note)
     select $1, id, $2, rule, $4, 'pause', jsonb_build_object('before', $4::text, 'after', $4::text), $3, $4
     from unnest($5::uuid[], '{failures,recategorised}'::text[]) as row (id, rule)`,
    word,
    [ids.actionId, ids.answeredActionId],
  );
}
