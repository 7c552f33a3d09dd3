import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../apps/server/src/platform/clock/index.ts';
import { connectDatabase, migrate } from '../apps/server/src/platform/db/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { startEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres/index.ts';
import { runMutations } from '../apps/server/test/webhooks/run-mutations.ts';

/** Takes in damaged webhooks by the hundred thousand. The last line is JSON; whatever broke the program is listed in it. */
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 1_000_000);
const seed = Number(values.seed ?? Date.now() % 1e9);
const directory = await mkdtemp(path.join(tmpdir(), 'trikon-mutations-'));
await using opened = new AsyncDisposableStack();
opened.defer(() => rm(directory, { recursive: true, force: true }));
const database = await startEmbeddedPostgres({ directory, durable: false, log: () => {} });
opened.defer(() => database.stop());
const masterKey = randomBytes(32);
const place = { url: database.url, masterKey, rolePrefix: 'trikon_mutations' };
await migrate({ ...place, now: systemClock.now() });
const db = connectDatabase({ ...place, poolSize: 4, clock: systemClock, onIdleError: () => {} });
opened.defer(() => db.close());
const owner = createPool({ url: database.url, max: 1, name: 'owner', onIdleError: () => {} });
opened.defer(() => owner.end());

const asOwner = async <Row extends object>(text: string, given?: unknown[]): Promise<Row[]> =>
  (await owner.query<Row>(text, given)).rows;
const report = await runMutations(
  { db, asOwner, now: () => systemClock.now() },
  { count, seed, say: (done) => void (done % 50_000 === 0 && process.stdout.write(`${done} of ${count}\n`)) },
);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.wrong.length === 0 ? 0 : 1;
