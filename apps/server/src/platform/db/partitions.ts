import type pg from 'pg';
import { smallestId } from '../ids/index.ts';
import { quote } from './roles.ts';

/** The tables that lie in partitions: by which column, how long one is, and how many are made ahead. */
const partitioned = {
  events: { column: 'at', unit: 'month', ahead: 3 },
  webhook_deliveries: { column: 'received_on', unit: 'day', ahead: 7 },
  messages: { column: 'message_id', unit: 'month', ahead: 3 },
  message_statuses: { column: 'message_id', unit: 'month', ahead: 3 },
  attempts: { column: 'message_id', unit: 'month', ahead: 3 },
} as const;

type PartitionedTable = keyof typeof partitioned;

export const partitionedTables = Object.keys(partitioned) as PartitionedTable[];

/**
 * Adds the partitions that a table needs from now on. Rows that had landed in the default partition (a clock that
 * jumped, a program that slept) move to theirs.
 */
export async function ensurePartitions(
  owner: pg.ClientBase,
  table: PartitionedTable,
  now: Date,
): Promise<string[]> {
  // A database that is brought only to where an older backup was made may not have the table yet.
  if (!(await exists(owner, table))) return [];
  const { ahead } = partitioned[table];
  const created: string[] = [];
  for (let nth = 0; nth <= ahead; nth++) {
    const partition = partitionOf(table, now, nth);
    if (await exists(owner, partition.name)) continue;
    await addPartition(owner, table, partition);
    created.push(partition.name);
  }
  return created;
}

/** Drops the partitions that ended before a time. Rows that have to be kept move to the default partition. */
export async function dropPartitions(
  owner: pg.ClientBase,
  table: PartitionedTable,
  { before, keeping }: { before: Date; keeping: string },
): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select child.relname as name from pg_inherits join pg_class child on child.oid = inhrelid
     where inhparent = $1::regclass order by 1`,
    [table],
  );
  // A name holds when its partition begins, so the names of older ones are smaller.
  const limit = partitionOf(table, before, 0).name;
  const old = rows.filter(({ name }) => name !== `${table}_default` && name < limit);
  for (const { name } of old) {
    await inTransaction(owner, async () => {
      await owner.query(`lock table ${quote(table)}`);
      await owner.query(
        `create temp table kept on commit drop as select * from ${quote(name)} where ${keeping}`,
      );
      await owner.query(`drop table ${quote(name)}`);
      await owner.query(`insert into ${quote(`${table}_default`)} select * from kept`);
    });
  }
  return old.map(({ name }) => name);
}

interface Partition {
  name: string;
  from: Date;
  to: Date;
}

/** The partition that lies so many after the one of a time. */
function partitionOf(table: PartitionedTable, time: Date, nth: number): Partition {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  const begin = (at: number): Date =>
    new Date(
      partitioned[table].unit === 'day' ? Date.UTC(year, month, day + at) : Date.UTC(year, month + at, 1),
    );
  const digits = partitioned[table].unit === 'day' ? 10 : 7;
  const from = begin(nth);
  const name = `${table}_${from.toISOString().slice(0, digits).replaceAll('-', '_')}`;
  return { name, from, to: begin(nth + 1) };
}

async function exists(owner: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await owner.query<{ known: boolean }>(`select to_regclass($1) is not null as known`, [
    table,
  ]);
  return rows[0]?.known ?? false;
}

async function addPartition(
  owner: pg.ClientBase,
  table: PartitionedTable,
  { name, from, to }: Partition,
): Promise<void> {
  const { column } = partitioned[table];
  const bound = column === 'message_id' ? smallestId : (time: Date): string => time.toISOString();
  const range = `${column} >= '${bound(from)}' and ${column} < '${bound(to)}'`;
  await inTransaction(owner, async () => {
    // What landed there after the move would be in the way of the new partition.
    await owner.query(`lock table ${quote(`${table}_default`)}`);
    // Row security is forced on the parent for the owner too, but a partition named directly has none of its own.
    await owner.query(
      `create table ${quote(name)} (like ${quote(table)} including defaults including constraints)`,
    );
    await owner.query(
      `with moved as (delete from ${quote(`${table}_default`)} where ${range} returning *) insert into ${quote(name)} select * from moved`,
    );
    await owner.query(
      `alter table ${quote(table)} attach partition ${quote(name)} for values from ('${bound(from)}') to ('${bound(to)}')`,
    );
  });
}

async function inTransaction(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    // Who waits for the whole table holds up all that come after; better to try again at another moment.
    await owner.query(`set local lock_timeout = '3s'`);
    await work();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
