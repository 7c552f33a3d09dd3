import { connect } from 'node:net';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { databaseName, passwordFile, superuser } from './cluster.ts';
import { connectionUrl, socketDirectoryOf, socketPort } from './socket.ts';

/**
 * The address of the server that another Trikon runs on `directory`, for commands beside it (backup, doctor); null when
 * none answers. Only who may read the password file gets one.
 */
export async function findRunningPostgres(directory: string): Promise<{ url: string } | null> {
  try {
    const password = (await readFile(passwordFile(directory), 'utf8')).trim();
    const socketDirectory = await socketDirectoryOf(path.resolve(directory));
    await tryConnecting(path.join(socketDirectory, `.s.PGSQL.${socketPort}`));
    return { url: connectionUrl({ user: superuser, password, database: databaseName, socketDirectory }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw error;
  }
}

function tryConnecting(socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = connect(socket, () => {
      connection.destroy();
      resolve();
    }).once('error', reject);
  });
}
