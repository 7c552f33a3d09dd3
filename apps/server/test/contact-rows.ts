import { newId } from '../src/platform/ids/index.ts';
import type { TestDatabase } from './test-database.ts';

/** Contacts of whom nothing matters but that they are there. */
export async function plantContacts(
  database: TestDatabase,
  workspaceId: string,
  count = 1,
): Promise<string[]> {
  const now = database.clock.now();
  const ids = Array.from({ length: count }, () => newId(now));
  await database.asOwner(
    `insert into contacts (workspace_id, contact_id, source, created_at, updated_at)
     select $1, id, 'test', $3, $3 from unnest($2::uuid[]) id`,
    [workspaceId, ids, now],
  );
  return ids;
}
