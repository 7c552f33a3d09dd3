import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** A purpose of its own, notices in every state, and a ledger with a row in each of its tables. */
export async function plantLedger(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['noticeId', 'draftNoticeId', 'verificationId']) ids[name] = newId(now);
  await database.asOwner(
    `insert into consent_purposes (workspace_id, purpose, texts, created_at, updated_at)
     values ($1, 'promotions.kept', $2, $3, $3)`,
    [workspaceId, { en: { name: `${word} offers`, explanation: `${word} offers` } }, now],
  );
  const words = { heading: word, body: `${word} body`, agree: `${word} yes` };
  await database.asOwner(
    `insert into consent_notices (workspace_id, notice_id, name, purposes, current_version, created_at)
     values ($1, $2, $4, '{promotions}', 1, $5), ($1, $3, $4, '{orders}', null, $5)`,
    [workspaceId, ids.noticeId, ids.draftNoticeId, `${word} notice`, now],
  );
  const promotions = { name: `${word} offers`, explanation: `${word} offers` };
  await database.asOwner(
    `insert into consent_notice_versions (workspace_id, notice_id, version, texts, terms_url, note, authors, edited_at, approved_by, approved_at)
     values ($1, $2, 1, $3, $4, $4, '[]', $5, $6, $5)`,
    [
      workspaceId,
      ids.noticeId,
      { en: { ...words, purposes: { promotions }, hash: `${word} hash` } },
      `${word} terms`,
      now,
      ids.ownerId,
    ],
  );
  await database.asOwner(
    `insert into consent_notice_drafts (workspace_id, notice_id, version, texts, terms_url, note, authors, edited_at)
     select $1, notice_id, version, $3, $4, $4, '[]', $5
     from (values ($2::uuid, 1), ($6::uuid, 2)) as draft (notice_id, version)`,
    [workspaceId, ids.draftNoticeId, { en: words }, `${word} note`, now, ids.noticeId],
  );
  await plantChain(app, { workspaceId, word, ids });
}

async function plantChain(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  const bytes = Buffer.from(word);
  const of = [workspaceId, ids.consentEntryId];
  const tables: [string, unknown[]][] = [
    [`consent_details values ($1, $2, $3, $4)`, [...of, bytes, JSON.stringify({ note: `${word} details` })]],
    [`consent_unsealed values ($1, $2)`, [workspaceId, newId(now)]],
    [
      `consent_seals (workspace_id, seq, entry_id, sealed_at, hash) values ($1, 1, $2, $3, $4)`,
      [...of, now, bytes],
    ],
    [`consent_ledgers values ($1, 1, $2, $3)`, [workspaceId, bytes, now]],
    [
      `consent_checkpoints (workspace_id, seq, at, head, key_id, signature) values ($1, 1, $2, $3, $4, $3)`,
      [workspaceId, now, bytes, `${word} key`],
    ],
    [
      `consent_verifications (workspace_id, verification_id, asked_at, asked_by_kind, asked_by_id, findings)
       values ($1, $2, $3, 'system', $4, $5)`,
      [
        workspaceId,
        ids.verificationId,
        now,
        `${word} job`,
        JSON.stringify([{ code: 'entry_changed', seq: 1, about: word }]),
      ],
    ],
  ];
  for (const [into, values] of tables) await database.asOwner(`insert into ${into}`, values);
}
