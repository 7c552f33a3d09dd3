import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

const requests = [
  ['accessRequestId', 'access', 'identified'],
  ['packedRequestId', 'access', 'in_work'],
  ['newRequestId', 'access', 'received'],
  ['finishedRequestId', 'grievance', 'in_work'],
  ['refusedRequestId', 'nomination', 'identified'],
  ['withdrawalRequestId', 'withdrawal', 'identified'],
  ['correctionRequestId', 'correction', 'in_work'],
  ['erasureRequestId', 'erasure', 'identified'],
  ['erasedRequestId', 'erasure', 'done'],
] as const;

/** A request of every kind, a copy that is ready, an erasure that is over, and a hold. */
export async function plantRights(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  const contact = await app.database.asOwner<{ id: string }>(
    `insert into contacts (workspace_id, contact_id, name, source, created_at, updated_at)
     values ($1, $2, $3, $3, $4, $4) returning contact_id as id`,
    [workspaceId, newId(now), `${word} erasable`, now],
  );
  const erasable = contact[0]!.id;
  ids['erasableContactId'] = erasable;
  for (const [name, kind, state] of requests) {
    ids[name] = newId(now);
    await database.asOwner(
      `insert into rights_requests (workspace_id, request_id, kind, channel, state, contact_id, language, said, code, code_ends_at,
         identified_at, identified_how, received_at, due_at, changes, closed_at, reason, updated_at)
       values ($1, $2, $3, 'hand', $4, $5, 'en', $6, $7, $8, $9, $6, $8, $8::timestamptz + interval '30 days', $10, $11, $6, $8)`,
      [
        workspaceId,
        ids[name],
        kind,
        state,
        kind === 'erasure' ? erasable : ids['keptContactId'],
        `${word} words`,
        state === 'received' ? word.toUpperCase() : null,
        now,
        state === 'received' ? null : now,
        kind === 'correction'
          ? JSON.stringify([{ field: 'city', before: null, after: `${word} town` }])
          : null,
        state === 'done' ? now : null,
      ],
    );
  }
  await plantBeside(app, { workspaceId, word, ids }, erasable);
}

async function plantBeside(
  { database, clock }: TestApp,
  { workspaceId, word, ids }: Planting,
  erasable: string,
): Promise<void> {
  const now = clock.now();
  ids['packageId'] = newId(now);
  ids['holdId'] = newId(now);
  await database.asOwner(
    `insert into rights_steps (workspace_id, request_id, step_id, at, what, note, actor_kind, actor_id)
     values ($1, $2, $3, $4, 'received', $5, 'user', $6)`,
    [workspaceId, ids['accessRequestId'], newId(now), now, `${word} step`, ids['ownerId']],
  );
  await database.asOwner(
    `insert into rights_packages (workspace_id, package_id, request_id, contact_id, state, size, sha256, asked_at, made_at, ends_at)
     values ($1, $2, $3, $4, 'ready', 7, $5, $6, $6, $6::timestamptz + interval '400 days')`,
    [workspaceId, ids['packageId'], ids['packedRequestId'], ids['keptContactId'], word, now],
  );
  await database.asOwner(
    `insert into legal_holds (workspace_id, hold_id, contact_id, reason, placed_by, placed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, ids['holdId'], ids['heldContactId'], `${word} court`, ids['ownerId'], now],
  );
  await database.asOwner(
    `insert into erasures (workspace_id, request_id, state, contact_ids, names, parts, asked_by, asked_at, finished_at,
       certificate, signature)
     values ($1, $2, 'done', array[$3::uuid], '{}', '{}', $4, $5, $5, $6, $7)`,
    [workspaceId, ids['erasedRequestId'], erasable, ids['ownerId'], now, certificateOf(word), word],
  );
  await database.asOwner(
    `insert into erased_identities (workspace_id, mark, erased_at, list_ids) values ($1, $2, $3, array[$4::uuid])`,
    [workspaceId, Buffer.from(word), now, newId(now)],
  );
  await database.asOwner(
    `insert into rights_settings (workspace_id, code, is_page_open, contact_name, contact_address, due_days, warn_days, four_eyes,
       backup_days, updated_at) values ($1, $2, true, $3, $3, 30, 7, false, 30, $4)`,
    [workspaceId, `${word}CODE`, `${word} officer`, now],
  );
}

const certificateOf = (word: string): string => {
  const at = '2026-11-20T04:30:00.000Z';
  const times = { receivedAt: at, begunAt: at, finishedAt: at, backupsHoldUntil: at };
  const of = { business: word, workspaceId: '', requestId: '', contactId: '', channel: 'hand', keyId: '' };
  const lists = { erased: {}, kept: [], answersTo: { name: null, address: null } };
  return JSON.stringify({
    certificate: 'trikon erasure 1',
    ...of,
    ...times,
    ...lists,
    begunBy: word,
    approvedBy: null,
  });
};
