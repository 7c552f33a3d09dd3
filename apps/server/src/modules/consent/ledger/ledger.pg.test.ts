import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plantContacts } from '../../../../test/contact-rows.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { createDrain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { eraseConsentDetails } from '../erase.ts';
import { recordConsent, type NewConsentEntry } from '../record.ts';
import { mendStates } from './check-states.ts';
import { takeCheckpoint } from './checkpoints.ts';
import { consentTasks } from './jobs.ts';
import { sealAll } from './sealer.ts';
import { verifyLedger, type Verdict } from './verify.ts';

let app: TestApp;
let owner: Signed;
let contactIds: string[];
let folder: string;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-ledger-'));
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  owner = await buildWorkspace(app);
  contactIds = await plantContacts(app.database, owner.workspaceId, 3);
});

const actor = { kind: 'system', id: 'test' } as const;
const inWorkspace = <T>(work: (tx: Tx) => Promise<T>) =>
  app.db.inWorkspace({ workspaceId: owner.workspaceId, actor }, work);

const granted = (nth: number, evidence: Record<string, unknown> = {}): NewConsentEntry => ({
  workspaceId: owner.workspaceId,
  contactId: contactIds[nth % contactIds.length]!,
  kind: 'granted',
  purpose: 'promotions',
  source: 'counter',
  at: app.clock.now(),
  store: 'Ring Road',
  evidence: { ip: '203.0.113.7', staff: `Meera ${nth}`, ...evidence },
});

const record = (count: number): Promise<void> =>
  inWorkspace((tx) =>
    recordConsent(
      tx,
      Array.from({ length: count }, (_, nth) => granted(nth)),
    ),
  );
const seal = () => sealAll(app.db);
const verify = (): Promise<Verdict> => inWorkspace((tx) => verifyLedger(tx, app.ledger, owner.workspaceId));
const checkpoint = () => inWorkspace((tx) => takeCheckpoint(tx, app.ledger, owner.workspaceId));
const codes = async (): Promise<string[]> => [...new Set((await verify()).findings.map(({ code }) => code))];

test('a ledger without an entry is true', async () => {
  expect(await verify()).toMatchObject({ entries: 0, problems: 0 });
});

test('what is recorded waits for its place, gets it without a gap, and the whole is true', async () => {
  await record(5);
  expect(await verify()).toMatchObject({ entries: 0, waiting: 5, problems: 0 });
  await Promise.all([seal(), seal(), seal()]);
  await record(3);
  await seal();
  expect(await verify()).toMatchObject({ entries: 8, waiting: 0, problems: 0 });
  const rows = await app.database.asOwner<{ seq: number }>(
    'select seq::int from consent_seals where workspace_id = $1 order by seq',
    [owner.workspaceId],
  );
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('an entry that commits after later ones were sealed gets a place behind them', async () => {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let begun = (): void => {};
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  const slow = inWorkspace(async (tx) => {
    await recordConsent(tx, [granted(0)]);
    begun();
    await held;
  });
  await isBegun;
  await inWorkspace((tx) => recordConsent(tx, [granted(1)]));
  await seal();
  expect(await verify()).toMatchObject({ entries: 1, problems: 0 });
  letGo();
  await slow;
  await seal();
  expect(await verify()).toMatchObject({ entries: 2, problems: 0 });
});

test('after an erasure the entries verify as erased with their commitments kept; without one it is a loss', async () => {
  await record(6);
  await seal();
  const [contactId] = contactIds as [string];
  await inWorkspace((tx) =>
    eraseConsentDetails(tx, [{ workspaceId: owner.workspaceId, contactId }], 'rights'),
  );
  expect(await verify()).toMatchObject({ entries: 6, erased: 2, waiting: 1, problems: 0 });
  await seal();
  expect(await verify()).toMatchObject({ entries: 7, erased: 2, problems: 0 });
  const { body } = await owner.api.get<{ items: { kind: string; evidence: unknown }[] }>(
    `/contacts/${contactId}/consent/entries`,
  );
  expect(body.items.map(({ kind, evidence }) => [kind, evidence])).toEqual([
    ['erased', {}],
    ['granted', null],
    ['granted', null],
  ]);
  expect((await owner.api.get(`/contacts/${contactId}/consent`)).body.granted).toEqual(['promotions']);
  await app.database.asOwner('delete from consent_details where workspace_id = $1', [owner.workspaceId]);
  expect(await codes()).toEqual(['details_missing']);
});

test('what was erased cannot be guessed by trying: the same words have another commitment each time', async () => {
  await inWorkspace((tx) => recordConsent(tx, [granted(0), granted(0)]));
  const rows = await app.database.asOwner<{ commitment: string }>(
    `select encode(commitment, 'hex') as commitment from consent_entries where workspace_id = $1`,
    [owner.workspaceId],
  );
  expect(new Set(rows.map(({ commitment }) => commitment)).size).toBe(2);
});

test('a checkpoint lies outside of the database and is signed by a key that is not in it', async () => {
  await record(4);
  await seal();
  const { body: taken } = await owner.api.post('/consent/ledger/checkpoints');
  expect(taken).toMatchObject({ seq: 4, workspaceId: owner.workspaceId });
  const { body: ledger } = await owner.api.get('/consent/ledger');
  expect(ledger).toMatchObject({ entries: 4, waiting: 0, keyId: taken.keyId, checkpoint: { seq: 4 } });
  expect(ledger.publicKey).toContain('BEGIN PUBLIC KEY');
  expect(await verify()).toMatchObject({ checkpoints: 1, problems: 0 });
});

test('the jobs sign what is new and check every ledger, and the result is told and kept', async () => {
  await record(2);
  await seal();
  const { body: asked, status } = await owner.api.post('/consent/ledger/verifications');
  expect([status, asked.finishedAt]).toEqual([202, null]);
  const { db, clock, database } = app;
  const drain = await createDrain({
    db,
    clock,
    asOwner: database.asOwner,
    tasks: consentTasks,
    parts: { ledger: app.ledger },
    log: createLogger({ level: 'silent' }),
  });
  await drain.run();
  await drain.close();
  const { body } = await owner.api.get<{ items: object[] }>('/consent/ledger/verifications');
  expect(body.items).toMatchObject([{ entries: 2, problems: 0 }]);
});

test('the state of every contact is what follows from the entries; one that was changed is found and mended', async () => {
  await record(4);
  expect((await verify()).problems).toBe(0);
  await app.database.asOwner(
    `update consent_states set granted = '{promotions,orders}', withdrawn = '{service}' where contact_id = $1`,
    [contactIds[1]],
  );
  await app.database.asOwner('delete from consent_states where contact_id = $1', [contactIds[2]]);
  expect(await codes()).toEqual(['state_wrong']);
  expect(await inWorkspace((tx) => mendStates(tx, owner.workspaceId))).toBe(2);
  expect((await verify()).problems).toBe(0);
});

test('whatever is recorded, the kept states are what all of the entries give from scratch', async () => {
  const purposes = ['orders', 'promotions', 'promotions.festivals', '*'] as const;
  const said = fc.record({
    nth: fc.nat(2),
    kind: fc.constantFrom('granted', 'withdrawn', 'stopped', 'resumed', 'frozen', 'released'),
    purpose: fc.constantFrom(...purposes),
    ago: fc.nat(4),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(said, { maxLength: 4 }), { maxLength: 4 }), async (batches) => {
      for (const batch of batches)
        await inWorkspace((tx) =>
          recordConsent(
            tx,
            batch.map(({ nth, kind, purpose, ago }) => {
              const at = new Date(app.clock.now().getTime() - ago * 1000);
              const about = kind === 'granted' && purpose === '*' ? 'orders' : purpose;
              const { purpose: _, ...entry } = granted(nth) as NewConsentEntry & { purpose: string };
              const isAbout = kind === 'granted' || kind === 'withdrawn';
              return {
                ...entry,
                kind,
                at,
                ...(isAbout ? { purpose: about } : { reason: 'x' }),
              } as NewConsentEntry;
            }),
          ),
        );
      expect((await verify()).findings).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('an export is checked without the program, with the same result', async () => {
  await record(3);
  const strange = 'हाँ "ok" \\ \u0001 \u2028 \ud83d\ude4f \u007f é e\u0301';
  await inWorkspace((tx) =>
    recordConsent(tx, [
      { ...granted(0, { wording: strange }), source: strange, store: strange, campaign: strange },
    ]),
  );
  await seal();
  await checkpoint();
  const [contactId] = contactIds as [string];
  await inWorkspace((tx) =>
    eraseConsentDetails(tx, [{ workspaceId: owner.workspaceId, contactId }], 'rights'),
  );
  await seal();
  expect(await verify()).toMatchObject({ problems: 0 });
  const answer = await fetch(`${app.url}/api/v1/consent/ledger/export`, { headers: owner.api.headers });
  expect(answer.headers.get('content-disposition')).toContain('.ndjson');
  const lines = (await answer.text()).trimEnd().split('\n');
  const good = await offline(lines);
  expect(good).toMatchObject({ code: 0 });
  expect(good.said).toContain('5 entries');
  expect(good.said).toContain('2 with erased evidence');
  expect((await offline(lines.map((line) => line.replace('counter', 'website')))).said).toContain(
    'place 1: the entry is not what was sealed',
  );
  expect(await offline(lines.slice(0, -1))).toMatchObject({ code: 1 });
  expect(await offline(['nonsense'])).toMatchObject({ code: 2 });
});

test('a ledger is exported only by whoever may manage consent', async () => {
  const address = `${app.url}/api/v1/consent/ledger/export`;
  expect((await fetch(address)).status).toBe(401);
  const agent = await buildMember(app, owner.workspaceId, 'agent');
  expect((await fetch(address, { headers: agent.api.headers })).status).toBe(403);
});

const run = promisify(execFile);
const script = path.join(import.meta.dirname, '../../../../../../scripts/verify-ledger.mjs');

async function offline(lines: readonly string[]): Promise<{ code: number; said: string }> {
  const file = path.join(folder, 'export.ndjson');
  await writeFile(file, `${lines.join('\n')}\n`);
  try {
    const { stdout } = await run(process.execPath, [script, file]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
