import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { putSetting } from '../db/settings.ts';
import type { TargetTable } from './target.ts';

/**
 * Makes the restored history one of its own: clients that hold a cursor of the old one are told to start over, and
 * what parked events say of their place is true again.
 */
export async function beginNewLog(owner: pg.Client, now: Date, oldEpoch: number): Promise<void> {
  const { rows } = await owner.query<{ value: number }>(
    `select value from system.settings where name = 'recovery_epoch'`,
  );
  const epoch = Math.max(oldEpoch, rows[0]?.value ?? 0) + 1;
  const run = (text: string, values: readonly unknown[]) => owner.query(text, [...values]);
  await putSetting(run, 'log', randomBytes(4).toString('hex'));
  await putSetting(run, 'recovery_epoch', epoch);
  await putSetting(run, 'recovered_at', now);
  await owner.query(
    `update public.parked_events as parked
     set event = jsonb_set(parked.event, '{position}', jsonb_build_object('tx', event.tx::text::bigint, 'seq', event.seq))
     from public.events as event
     where event.workspace_id = parked.workspace_id and event.event_id = parked.event_id and parked.event ? 'position'`,
  );
}

/** COPY brings ids along without telling the sequences that make them. */
export async function continueSequences(owner: pg.Client, tables: readonly TargetTable[]): Promise<void> {
  const { rows } = await owner.query<{ name: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, quote_ident(a.attname) as column
     from pg_attribute as a join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
     where a.attidentity <> '' and a.attrelid = any ($1::regclass[])`,
    [tables.map(({ name }) => name)],
  );
  for (const { name, column } of rows) {
    const { rows: last } = await owner.query<{ next: string }>(
      `select coalesce(max(${column}), 0) + 1 as next from ${name}`,
    );
    await owner.query(`alter table ${name} alter column ${column} restart with ${last[0]!.next}`);
  }
}
