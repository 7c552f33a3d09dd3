import { type ChildProcess, type SpawnOptions, execFile, spawn } from 'node:child_process';
import { chown, lchown, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, copyBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';

/** As whom PostgreSQL's programs run: it refuses to run as root, so root needs a way to be somebody else. */
export interface Runner {
  name: string;
  /** Put before the command. */
  prefix: readonly string[];
  /** Owner of the files; set only where the program must change to another user. */
  become?: { uid: number; gid: number };
}

const direct: Runner = { name: 'this user', prefix: [] };

/**
 * Outside it is still root and owns root's files, inside it sees itself as an ordinary user: the database may lie
 * anywhere that root's own folders are.
 */
const namespaced: Runner = {
  name: 'root in a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
};

/** Picks the first way to run PostgreSQL that works here, trying each for real. */
export async function chooseRunner(
  packaged: Binaries,
  directory: string,
): Promise<{ runner: Runner; binaries: Binaries }> {
  const candidates = process.getuid?.() === 0 ? await waysOutOfRoot(directory) : [direct];
  let complaint = '';
  for (const runner of candidates) {
    await giveTo(runner, directory);
    for (const binaries of [packaged, null]) {
      const tried = binaries ?? (await copyBinaries(packaged, directory));
      if (!binaries) await giveTreeTo(runner, path.join(directory, 'software'));
      const result = await tryRunning(runner, tried, directory);
      if (result.outcome === 'works') return { runner, binaries: tried };
      complaint = result.complaint || complaint;
      if (result.outcome === 'folder_closed') break;
      if (!binaries) throw unusable(packaged, complaint);
    }
  }
  throw await noWayIn(directory);
}

/** In a session of its own: Ctrl-C in a terminal must reach the database only through our clean stop. */
export function run(runner: Runner, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [file = '', ...args] = [...runner.prefix, ...command];
  return spawn(file, args, {
    cwd: '/',
    env: calmEnvironment(),
    detached: true,
    ...runner.become,
    ...options,
  });
}

/** What root makes in the folder belongs to the database's user too, who may start the program next. */
export async function shareWith(runner: Runner, directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name !== 'data') await giveTo(runner, path.join(directory, name));
  }
}

/** Makes the runner the owner of one file or folder that this process created for it. */
export async function giveTo(runner: Runner, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await chown(file, runner.become?.uid ?? 0, runner.become?.gid ?? 0);
}

export async function giveTreeTo(runner: Runner, folder: string): Promise<void> {
  const owner = runner.become;
  if (!owner) return;
  await lchown(folder, owner.uid, owner.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(path.join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
}

async function waysOutOfRoot(directory: string): Promise<Runner[]> {
  const data = await stat(path.join(directory, 'data')).catch(() => null);
  if (data && data.uid !== 0) return [userRunner(data.uid, data.gid)];
  const ways = process.platform === 'linux' ? [namespaced] : [];
  const owner = await ownerOfFolderAbove(directory);
  if (owner) ways.push(userRunner(owner.uid, owner.gid));
  const nobody = await nobodyOnThisMachine();
  if (nobody) ways.push(nobody);
  return ways;
}

function userRunner(uid: number, gid: number): Runner {
  return { name: `user id ${uid}`, prefix: [], become: { uid, gid } };
}

/** Root working in somebody's home (sudo): the database is theirs, as the folder around it is. */
async function ownerOfFolderAbove(directory: string): Promise<{ uid: number; gid: number } | null> {
  for (let folder = path.dirname(directory); ; folder = path.dirname(folder)) {
    const { uid, gid } = await stat(folder);
    if (uid !== 0) return { uid, gid };
    if (folder === path.dirname(folder)) return null;
  }
}

async function nobodyOnThisMachine(): Promise<Runner | null> {
  const id = promisify(execFile);
  try {
    const [uid, gid] = await Promise.all([id('id', ['-u', 'nobody']), id('id', ['-g', 'nobody'])]);
    return userRunner(Number(uid.stdout), Number(gid.stdout));
  } catch {
    return null;
  }
}

type Trial = { outcome: 'works' | 'folder_closed' | 'binaries_unusable'; complaint: string };

const trial = 'cd "$1" && test -w . || exit 90; "$2" -V >/dev/null || exit 91';

async function tryRunning(runner: Runner, binaries: Binaries, directory: string): Promise<Trial> {
  const child = run(runner, ['/bin/sh', '-c', trial, 'sh', directory, binaries.postgres], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve);
  });
  complaint = complaint.trim().split('\n').at(-1) ?? '';
  if (code === 0) return { outcome: 'works', complaint };
  return { outcome: code === 91 ? 'binaries_unusable' : 'folder_closed', complaint };
}

async function noWayIn(directory: string): Promise<EmbeddedPostgresError> {
  if (process.getuid?.() !== 0) {
    const message = `The database folder ${directory} may not be written by this user; make it writable or set TRIKON_DATA to another folder.`;
    return new EmbeddedPostgresError('not_writable', message);
  }
  const closed = (await closedFolderAbove(directory)) ?? directory;
  return new EmbeddedPostgresError(
    'no_unprivileged_user',
    `PostgreSQL does not run as root and no other user may enter ${closed}; open it with chmod o+x, start Trikon as an ordinary user, or set TRIKON_DATA to a folder such as /var/lib/trikon.`,
  );
}

async function closedFolderAbove(directory: string): Promise<string | null> {
  for (let folder = path.dirname(directory); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return folder;
  }
  return null;
}

function unusable(binaries: Binaries, complaint: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'binaries_unusable',
    `The embedded PostgreSQL ${binaries.version} does not run on this machine (${complaint}); set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** None of the caller's PG* variables, and messages in the language that failures are recognised in. */
function calmEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
