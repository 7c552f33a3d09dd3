import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testMasterKey, testRolePrefix } from '../../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import { plantDoor } from '../../../../test/webhooks/plant-door.ts';

const program = path.resolve(import.meta.dirname, '../../../main.ts');
const secret = 'the secret of an app';
const workspaceId = randomUUID();

let database: TestDatabase;
let folder: string;
let door: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-killed-'));
  await database.asOwner(
    `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at)
     values ($1, $1, 'Surat Silks', now(), now())`,
    [workspaceId],
  );
  ({ path: door } = await plantDoor(database.db, { workspaceId, metaAppId: '1', appSecret: secret }));
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The real program in a process of its own, that does nothing but take in webhooks. */
async function startProgram(): Promise<string> {
  child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.ownerUrl,
      TRIKON_MASTER_KEY: testMasterKey.toString('base64'),
      TRIKON_DB_ROLE_PREFIX: testRolePrefix,
      TRIKON_DATA: folder,
      TRIKON_PORT: '0',
      TRIKON_ROLES: 'ingest',
      TRIKON_EMULATOR: 'off',
      TRIKON_LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout!))
    if (line.startsWith('ready ')) return line.slice('ready '.length);
  throw new Error('The program ended before it was ready.');
}

interface Journal {
  accepted: string[];
  /** Sent when the program was killed: they may be stored or not, and Meta would send them again. */
  unanswered: string[];
  other: number[];
}

async function load(url: string, journal: Journal): Promise<void> {
  const sender = async (): Promise<void> => {
    for (;;) {
      const body = JSON.stringify({ id: randomUUID(), text: 'नमस्ते '.repeat(100) });
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      try {
        const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
        const { status } = await fetch(`${url}${door}`, { method: 'POST', body, headers });
        if (status === 200) journal.accepted.push(body);
        else journal.other.push(status);
      } catch {
        journal.unanswered.push(body);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, sender));
}

test(
  'whatever was answered with 200 is in the database after the program was killed',
  { timeout: 90_000 },
  async () => {
    const journal: Journal = { accepted: [], unanswered: [], other: [] };
    for (const milliseconds of [300, 550, 800]) {
      const url = await startProgram();
      const accepted = journal.accepted.length;
      const loading = load(url, journal);
      await pause(milliseconds);
      await expect.poll(() => journal.accepted.length - accepted, { timeout: 10_000 }).toBeGreaterThan(20);
      child!.kill('SIGKILL');
      await once(child!, 'exit');
      await loading;
    }
    expect(journal.other).toEqual([]);
    expect(journal.unanswered.length).toBeGreaterThan(3);
    const rows = await database.asOwner<{ body: string }>(
      `select convert_from(body, 'UTF8') as body from webhook_deliveries`,
    );
    const stored = new Set(rows.map(({ body }) => body));
    expect(journal.accepted.filter((body) => !stored.has(body))).toEqual([]);
    // Nothing is there that was not sent, and nothing twice.
    const sent = new Set([...journal.accepted, ...journal.unanswered]);
    expect(rows.filter(({ body }) => !sent.has(body))).toEqual([]);
    expect(stored.size).toBe(rows.length);
  },
);
