import type { TestDatabase } from './test-database.ts';

/** What moves by itself when someone merely looks: last seen, last used, counted tries. */
const moving: Record<string, string[]> = {
  'identity.sessions': ['updated_at', 'expires_at'],
  'public.api_keys': ['last_used_at'],
};
const passing = new Set(['identity.rate_limits', 'system.processes', 'system.event_cursors']);

/**
 * Every row of the database as text, by table; only those that hold one of the words when some are given. Read as the
 * owner, so nothing is hidden.
 */
export async function storedRows(
  database: TestDatabase,
  words: string[] = [],
): Promise<Record<string, string[]>> {
  const tables = await database.asOwner<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity', 'system', 'graphile_worker') and c.relkind = 'r' order by 1`,
  );
  const parts = tables
    .filter(({ name }) => !passing.has(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, (to_jsonb(t) - '{${(moving[name] ?? []).join(',')}}'::text[])::text as row from ${name} t`,
    );
  const rows = await database.asOwner<{ name: string; row: string }>(
    `${parts.join(' union all ')} order by 1, 2`,
  );
  const stored: Record<string, string[]> = {};
  for (const { name, row } of rows) {
    if (words.length > 0 && !words.some((word) => row.includes(word))) continue;
    (stored[name] ??= []).push(row);
  }
  return stored;
}
