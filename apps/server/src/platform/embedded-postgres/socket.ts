import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, realpath, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { type Runner, giveTo } from './runner.ts';

/** PostgreSQL's default: it is only a part of the socket's file name, so every database can keep it. */
export const socketPort = 5432;

/** macOS allows 103 bytes, Linux 107; PostgreSQL puts a lock file of five more letters beside the socket, which is a plain file. */
const longestPath = 103;

/** A folder that only the database's user may enter, short enough for a socket, and the same at every start. */
export async function prepareSocketDirectory(directory: string, runner: Runner): Promise<string> {
  const place = await socketDirectoryOf(directory);
  await mkdir(place, { recursive: true, mode: 0o700 });
  const found = await lstat(place);
  const expected = runner.become?.uid ?? process.getuid?.() ?? found.uid;
  // Outside the database folder anyone may have made it first, to listen in our place.
  const foreign = found.uid !== expected && found.uid !== process.getuid?.();
  if (!found.isDirectory() || foreign) {
    throw new EmbeddedPostgresError(
      'socket_unavailable',
      `The folder ${place}, which the database's socket needs, belongs to somebody else; remove it or set TRIKON_DATA to a shorter path.`,
    );
  }
  await chmod(place, 0o700);
  await giveTo(runner, place);
  return place;
}

/** Leaves nothing behind outside the database folder. */
export async function removeSocketDirectory(place: string, directory: string): Promise<void> {
  if (place.startsWith(directory + path.sep)) return;
  await rmdir(place).catch(() => {});
}

export function connectionUrl(login: {
  user: string;
  password: string;
  database: string;
  socketDirectory: string;
}): string {
  const host = encodeURIComponent(login.socketDirectory);
  return `postgresql://${login.user}:${login.password}@localhost:${socketPort}/${login.database}?host=${host}`;
}

export async function socketDirectoryOf(directory: string): Promise<string> {
  const mark = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 16);
  const places = [
    path.join(directory, 'socket'),
    path.join(tmpdir(), `trikon-${mark}`),
    path.join('/tmp', `trikon-${mark}`),
  ];
  const fits = places.find((place) => Buffer.byteLength(`${place}/.s.PGSQL.${socketPort}`) <= longestPath);
  return fits ?? path.join('/tmp', `trikon-${mark}`);
}
