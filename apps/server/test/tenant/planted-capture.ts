import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Places to opt in by the page, the API and the chat, with a notice of their own and what came of them. */
export async function plantCapture(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['entryPointId', 'apiEntryPointId', 'chatEntryPointId', 'submissionId'])
    ids[name] = newId(now);
  const noticeId = newId(now);
  await database.asOwner(
    `insert into consent_notices (workspace_id, notice_id, name, purposes, current_version, created_at)
     values ($1, $2, $3, '{service}', 1, $4)`,
    [workspaceId, noticeId, `${word} forms`, now],
  );
  const service = { name: `${word} help`, explanation: `${word} help` };
  const words = { heading: word, body: `${word} body`, agree: `${word} yes`, purposes: { service } };
  await database.asOwner(
    `insert into consent_notice_versions (workspace_id, notice_id, version, texts, authors, edited_at, approved_by, approved_at)
     values ($1, $2, 1, $3, '[]', $4, $5, $4)`,
    [workspaceId, noticeId, { en: { ...words, hash: `${word} hash` } }, now, ids.ownerId],
  );
  await database.asOwner(
    `insert into entry_points (workspace_id, entry_point_id, kind, name, code, purposes, language, campaign, store, staff,
       number_id, keywords, double_opt_in, allowed_origins, look, active, created_at, updated_at)
     select $1, id, kind, $3, upper(left(md5($3 || kind), 8)), '{service}', 'en', $3, $3, $3, $4, array[$3 || ' ' || kind], false, '{}', $5, true, $6, $6
     from unnest($2::uuid[], '{page,api,chat}'::text[]) as planted (id, kind)`,
    [
      workspaceId,
      [ids.entryPointId, ids.apiEntryPointId, ids.chatEntryPointId],
      word,
      ids.keptNumberId,
      lookOf(word),
      now,
    ],
  );
  await database.asOwner(
    `insert into entry_point_days (workspace_id, entry_point_id, day, shown) values ($1, $2, $3::timestamptz::date, 7)`,
    [workspaceId, ids.entryPointId, now],
  );
  await database.asOwner(
    `insert into submissions (workspace_id, submission_id, entry_point_id, at, state, contact_id, phone, purposes, language,
       notice_id, notice_version, evidence, origin_key, confirm_code, expires_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6, '{service}', 'en', $7, 1, jsonb_build_object('device', $6::text), $6, $6, $4)`,
    [workspaceId, ids.submissionId, ids.entryPointId, now, ids.keptContactId, word, noticeId],
  );
}

const lookOf = (word: string) => ({
  place: 'modal',
  trigger: 'delay',
  delaySeconds: 8,
  restDays: 30,
  color: '#1f5f73',
  title: `${word} title`,
  text: `${word} text`,
  message: `${word} message`,
});
