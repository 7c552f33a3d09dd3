import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunDatabase } from './database.ts';
import { Line } from './line.ts';
import { Meta, silks } from './meta.ts';
import { Owner } from './owner.ts';
import { Program } from './program.ts';

/** Everything that takes part in a run: each a process of its own, with nothing shared but addresses. */
export interface Stage {
  folder: string;
  database: RunDatabase;
  line: Line;
  meta: Meta;
  program: Program;
  owner: Owner;
  /** The address of the program, and the path at which Meta delivers. */
  url: string;
  door: string;
  workspaceId: string;
  setClock: (wrongByMilliseconds: number) => void;
  /** Ends everything; takes away what it left, unless it is to be looked at. */
  close: (keep: boolean) => Promise<void>;
}

export async function openStage(seed: string): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trikon-crash-'));
  const database = new RunDatabase(folder);
  await database.start();
  const line = new Line(database.url);
  await line.open();
  const meta = new Meta({ folder, seed });
  await meta.start();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = new Program({
    folder,
    name: 'program',
    environment: environment({ folder, line, meta, port }),
  });
  process.once('exit', () => {
    program.kill();
    meta.kill();
  });
  await program.start();
  const owner = new Owner(url);
  await owner.signIn(readFileSync(path.join(folder, 'program/demo-password'), 'utf8').trim());
  await owner.insist('POST', '/numbers/connections', silks);
  return {
    folder,
    database,
    line,
    meta,
    program,
    owner,
    url,
    door: await doorOf(database, owner.workspaceId),
    workspaceId: owner.workspaceId,
    setClock: (wrongBy) => writeFileSync(path.join(folder, 'clock'), String(wrongBy)),
    close: async (keep) => {
      await program.stop();
      await meta.stop();
      await line.close();
      await database.stop();
      if (keep) return;
      database.unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Places {
  folder: string;
  line: Line;
  meta: Meta;
  port: number;
}

function environment({ folder, line, meta, port }: Places): Record<string, string> {
  const data = path.join(folder, 'program');
  mkdirSync(data);
  return {
    DATABASE_URL: line.url,
    TRIKON_DATA: data,
    TRIKON_PORT: String(port),
    TRIKON_DEMO: 'on',
    TRIKON_EMULATOR: 'off',
    TRIKON_GRAPH_URL: meta.url,
    TRIKON_WEBHOOK_URL: `http://127.0.0.1:${port}`,
    TRIKON_LOG_LEVEL: 'info',
    TRIKON_RATE_LIMIT: 'off',
  };
}

/** Chosen once, so that the program comes back at the address that Meta knows. */
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function doorOf(database: RunDatabase, workspaceId: string): Promise<string> {
  const [row] = await database.ask<{ door: string }>(
    'select door from whatsapp_apps where workspace_id = $1',
    [workspaceId],
  );
  return `/webhooks/whatsapp/${row!.door}`;
}
