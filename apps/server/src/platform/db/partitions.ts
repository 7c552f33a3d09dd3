import type pg from 'pg';
import { quote } from './roles.ts';

const monthsAhead = 3;

/**
 * Adds the monthly partitions that a table needs from now on. Rows that had landed in the default partition
 * (a clock that jumped, a program that slept) move to their month.
 */
export async function ensurePartitions(owner: pg.ClientBase, table: string, now: Date): Promise<string[]> {
  const created: string[] = [];
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1));
    const name = `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    const { rows } = await owner.query<{ known: boolean }>(`select to_regclass($1) is not null as known`, [
      name,
    ]);
    if (rows[0]?.known) continue;
    await addPartition(owner, { table, name, from, to });
    created.push(name);
  }
  return created;
}

async function addPartition(
  owner: pg.ClientBase,
  { table, name, from, to }: { table: string; name: string; from: Date; to: Date },
): Promise<void> {
  const range = `at >= '${from.toISOString()}' and at < '${to.toISOString()}'`;
  await owner.query('begin');
  try {
    // Row security is forced on the parent for the owner too, but a partition named directly has none of its own.
    await owner.query(
      `create table ${quote(name)} (like ${quote(table)} including defaults including constraints)`,
    );
    await owner.query(
      `with moved as (delete from ${quote(`${table}_default`)} where ${range} returning *) insert into ${quote(name)} select * from moved`,
    );
    await owner.query(
      `alter table ${quote(table)} attach partition ${quote(name)} for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
