import { test } from 'vitest';
import { createTestDatabase } from './test-database.ts';
test('probe', async () => {
  const d = await createTestDatabase();
  const show = async (s: string) => console.log(s, JSON.stringify(await d.asOwner(s), null, 0));
  await show(`select version(), current_user, (select datcollate||' '||datctype||' '||datlocprovider::text from pg_database where datname=current_database()) l, lower('ÉİA')`);
  await show(`select p.oid::regprocedure::text, prosecdef, proconfig, proleakproof, l.lanname, proacl::text from pg_proc p join pg_namespace n on n.oid=pronamespace join pg_language l on l.oid=prolang where nspname not in ('pg_catalog','information_schema')`);
  await show(`select n.nspname, c.relname, c.relkind, c.relacl::text, reloptions from pg_class c join pg_namespace n on n.oid=relnamespace where nspname not in ('pg_catalog','information_schema','pg_toast') and relkind not in ('i','I')`);
  await show(`select nspname, nspacl::text from pg_namespace`);
  await show(`select rolname, rolinherit from pg_roles`);
  await show(`select * from pg_auth_members`);
  await d.drop();
});
