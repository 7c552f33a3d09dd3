import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild, type Child } from './child.ts';

const root = path.join(import.meta.dirname, '../..');

/** The real program in a process of its own, on a durable embedded database, with someone signed in. */
export interface Ground extends AsyncDisposable {
  url: string;
  /** Headers of a signed-in owner in their workspace. */
  headers: Record<string, string>;
  workspaceId: string;
  dataFolder: string;
  /** Starts a bare server of bench/ground that is given the same database. */
  startBare(file: string, environment?: Record<string, string>): Promise<Child>;
}

/** With all roles, or those that are given. */
export async function openGround(roles = 'api,ingest,worker'): Promise<Ground> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'trikon-bench-'));
  const program = await startChild(path.join(root, 'apps/server/src/main.ts'), {
    TRIKON_PORT: '0',
    TRIKON_DATA: dataFolder,
    TRIKON_DEMO: 'on',
    TRIKON_EMULATOR: 'off',
    TRIKON_ROLES: roles,
    TRIKON_LOG_LEVEL: 'error',
    TRIKON_RATE_LIMIT: 'off',
  });
  const signedIn = await signIn(
    program.url,
    (await readFile(path.join(dataFolder, 'demo-password'), 'utf8')).trim(),
  );
  const bare: Child[] = [];
  return {
    url: program.url,
    dataFolder,
    ...signedIn,
    startBare: async (file, environment) => {
      const child = await startChild(path.join(import.meta.dirname, file), {
        BENCH_DATA: dataFolder,
        BENCH_WORKSPACE: signedIn.workspaceId,
        ...environment,
      });
      bare.push(child);
      return child;
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of bare) await child.stop();
      await program.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, password: string) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'meera@surat-silks.example', password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const account = (await (await fetch(`${url}/api/v1/account`, { headers: { cookie } })).json()) as {
    workspaces: { workspaceId: string }[];
  };
  const workspaceId = account.workspaces[0]!.workspaceId;
  return { workspaceId, headers: { cookie, 'trikon-workspace': workspaceId, origin: url } };
}
