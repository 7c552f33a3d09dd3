import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

const counts = {
  created: 1,
  updated: 0,
  unchanged: 0,
  problems: { no_phone: 1 },
  consents: 0,
  consentsHeld: 0,
  deleted: 0,
  restored: 0,
  kept: 0,
};

/** Imports in each state, what one of them did, what its columns were, and an export. */
export async function plantImports(
  { database, clock }: TestApp,
  { workspaceId, word, ids }: Planting,
): Promise<void> {
  const now = clock.now();
  const plan = {
    columns: [{ kind: 'phone' }],
    header: true,
    key: { kind: 'phone' },
    policy: 'fill',
    tagIds: [],
    country: 'IN',
    wording: `${word} wording`,
  };
  const rows = [[`${word} header`], ['98250 12345']];
  const shape = { format: 'csv', encoding: 'utf-8', delimiter: ',', rows, header: true, twice: [] };
  for (const state of ['draft', 'checked', 'running', 'done', 'spare']) {
    const importId = (ids[`${state}ImportId`] = newId(now));
    await database.asOwner(
      `insert into contact_imports (workspace_id, import_id, file_name, size, state, shape, plan, remembered, counts,
         actor_kind, actor_id, created_at)
       values ($1, $2, $3, 10, $4, $5, $6, false, $7, 'user', $8, $9)`,
      [
        workspaceId,
        importId,
        `${word} ${state}.csv`,
        state === 'spare' ? 'draft' : state,
        JSON.stringify(shape),
        JSON.stringify(plan),
        JSON.stringify(counts),
        ids.ownerId,
        now,
      ],
    );
  }
  await database.asOwner(
    `insert into contact_import_chunks (workspace_id, import_id, first_row, created, applied_at) values ($1, $2, 1, $3, $4)`,
    [workspaceId, ids.doneImportId, [ids.spareContactId], now],
  );
  await database.asOwner(
    `insert into contact_import_plans (workspace_id, header_hash, plan, used_at) values ($1, $2, $3, $4)`,
    [workspaceId, `${word} hash`, JSON.stringify(plan), now],
  );
  ids.exportId = newId(now);
  await database.asOwner(
    `insert into contact_exports (workspace_id, export_id, selection, columns, state, total, actor_kind, actor_id, created_at)
     values ($1, $2, $3, '{name}', 'done', 1, 'user', $4, $5)`,
    [workspaceId, ids.exportId, JSON.stringify({ everybody: { search: word } }), ids.ownerId, now],
  );
}
