import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantContacts } from '../../../../test/contact-rows.ts';
import { buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { objectPrefix } from '../../../platform/storage/index.ts';
import { recordConsent, type NewConsentEntry } from '../record.ts';
import type { AnyTx } from '../states.ts';
import { takeCheckpoint } from './checkpoints.ts';
import { exportLedger } from './export.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { sealAll } from './sealer.ts';
import { editColumn, everyColumn, tamper, tamperings, type Scene, type Tampering } from './test/tampering.ts';
import { verifyLedger } from './verify.ts';

const entries = 24;
/** A thousand take twenty seconds: `TAMPERINGS=1000`. */
const runs = Number(process.env['TAMPERINGS'] ?? 300);
const actor = { kind: 'system', id: 'test' } as const;
let app: TestApp;
let owner: Signed;
/** May do everything in the database, and cannot reach the files. */
let superuser: pg.Client;
let scene: Scene;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  owner = await buildWorkspace(app);
  await recordAll();
  superuser = new pg.Client({ connectionString: app.database.ownerUrl });
  await superuser.connect();
  // Whoever may do everything switches off first what would stand in the way.
  await superuser.query(`set session_replication_role = replica`);
  const checks = await superuser.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype in ('c', 'f', 'p', 'u') and conrelid::regclass::text like 'consent%' order by contype = 'p'`,
  );
  for (const { table, name } of checks.rows)
    await superuser.query(`alter table ${table} drop constraint "${name}"`);
  scene = {
    workspaceId: owner.workspaceId,
    entries,
    sql: async <Row extends object>(text: string, values?: unknown[]) =>
      (await superuser.query<Row>(text, values)).rows,
  };
});
afterAll(async () => {
  await superuser.end();
  await app.stop();
});

async function recordAll(): Promise<void> {
  const contactIds = await plantContacts(app.database, owner.workspaceId, entries);
  const texts = { en: { heading: 'Offers', body: 'Sarees, twice a month.', agree: 'Yes' } };
  const { body } = await owner.api.post('/consent/notices', {
    name: 'Counter',
    purposes: ['promotions'],
    texts,
  });
  const noticeId = String(body.noticeId);
  await owner.api.post(`/consent/notices/${noticeId}/versions/1/approve`);
  const said = contactIds.map((contactId, nth): NewConsentEntry => ({
    workspaceId: owner.workspaceId,
    contactId,
    kind: nth % 3 === 0 ? 'withdrawn' : 'granted',
    purpose: 'promotions',
    source: 'counter',
    at: app.clock.now(),
    notice: { noticeId, version: 1 },
    language: 'en',
    country: 'IN',
    evidence: { ip: `203.0.113.${nth}`, staff: 'Meera' },
  }));
  const scope = { workspaceId: owner.workspaceId, actor };
  await app.db.inWorkspace(scope, (tx) => recordConsent(tx, said));
  await sealAll(app.db);
  await app.db.inWorkspace(scope, (tx) => takeCheckpoint(tx, app.ledger, owner.workspaceId));
}

/** In the eyes of the one who tampers, so that what they did is looked at before it is taken back. */
async function problems(): Promise<string[]> {
  const now = new Date(app.clock.now().getTime() + 3_600_000);
  const tx = { sql: scene.sql, now, actor, path: 'ledger' } as unknown as AnyTx;
  const { findings } = await verifyLedger(tx, app.ledger, owner.workspaceId);
  return [...new Set(findings.map(({ code }) => code))];
}

async function findsWhenever(change: () => Promise<unknown>, what: string): Promise<void> {
  await superuser.query('begin');
  try {
    await change();
    expect(await problems(), what).not.toEqual([]);
  } finally {
    await superuser.query('rollback');
  }
}

test('of the ways in which a superuser tampers with the ledger every one is found', async () => {
  expect(await problems()).toEqual([]);
  await fc.assert(
    fc.asyncProperty(tamperings(entries), (tampering) =>
      findsWhenever(() => tamper(scene, tampering), tampering.kind),
    ),
    { numRuns: runs },
  );
  expect(await problems()).toEqual([]);
}, 120_000);

test('each column of an entry, and of whatever it rests on, is found when it alone is changed', async () => {
  const columns = await superuser.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = 'consent_entries'::regclass and attnum > 0 and not attisdropped`,
  );
  const edited = everyColumn.filter(({ table }) => table === 'consent_entries');
  expect(edited.map(({ column }) => column).toSorted()).toEqual(
    columns.rows.map(({ name }) => name).toSorted(),
  );
  for (const place of everyColumn)
    await findsWhenever(() => editColumn(scene, place, 2), `${place.table}.${place.column}`);
});

const run = promisify(execFile);
const script = path.join(import.meta.dirname, '../../../../../../scripts/verify-ledger.mjs');

/** What the script says of the ledger as whoever tampers sees it, by the key that was noted before. */
async function exitCodeElsewhere(folder: string): Promise<number> {
  const [file, key] = [path.join(folder, 'export.ndjson'), path.join(folder, 'noted.pem')];
  const readWorkspace = (_scope: unknown, work: (tx: unknown) => unknown) =>
    work({ sql: scene.sql, now: app.clock.now(), actor });
  const parts = { ...app.ledger, db: { readWorkspace } } as unknown as LedgerParts;
  const lines: string[] = [];
  for await (const line of exportLedger(parts, { workspaceId: owner.workspaceId, actor })) lines.push(line);
  await writeFile(file, lines.join(''));
  await writeFile(key, app.ledger.keyOf(owner.workspaceId).publicPem);
  return run(process.execPath, [script, file, '--key', key]).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

test('a ledger that was tampered with is found out elsewhere too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-tampered-'));
  expect(await exitCodeElsewhere(folder)).toBe(0);
  const inLedger = new Set(['consent_entries', 'consent_details', 'consent_seals']);
  const columns = everyColumn.filter(({ table }) => inLedger.has(table));
  const kinds: Tampering['kind'][] = ['cut the end', 'write anew', 'reorder', 'swap evidence'];
  const changes = [
    ...fc.sample(fc.constantFrom(...columns), 4).map((place) => () => editColumn(scene, place, 3)),
    ...kinds.map((kind) => () => tamper(scene, { kind, at: 3, other: 5, pick: 1 })),
  ];
  for (const change of changes) {
    await superuser.query('begin');
    await change();
    expect(await exitCodeElsewhere(folder), change.toString()).toBe(1);
    await superuser.query('rollback');
  }
  await rm(folder, { recursive: true });
}, 60_000);

test('a checkpoint that was changed, or is gone, where it lies outside of the database is found too', async () => {
  const { storage } = app.ledger;
  const keys = [];
  for await (const { key } of storage.list(objectPrefix(owner.workspaceId, 'consent-ledger'))) keys.push(key);
  const key = keys[0]!;
  const before = await text((await storage.get(key)).body);
  const put = (content: string) => storage.put(key, Buffer.from(content));
  await put(before.replace(`"seq":${entries}`, `"seq":${entries - 1}`));
  expect(await problems()).toContain('checkpoint_forged');
  await put('nonsense');
  expect(await problems()).toContain('checkpoint_forged');
  await storage.delete(key);
  expect(await problems()).toEqual(['checkpoint_lost']);
  await put(before);
  expect(await problems()).toEqual([]);
});
