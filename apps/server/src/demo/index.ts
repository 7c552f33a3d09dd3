import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../platform/db/index.ts';
import { hasPeople } from '../modules/workspaces/index.ts';
import { addBusinesses, demoOwner } from './businesses.ts';

export { connectDemo } from './connections.ts';
export { emulatedApp, emulatedSignUp } from './emulated.ts';

export interface DemoSignIn {
  email: string;
  password: string;
}

/**
 * Fills an empty installation with two small Indian businesses. The password is made here and kept in the data
 * folder, so that it can be shown at every start and is different in every installation.
 */
export async function ensureDemo({ db }: { db: Database }, dataFolder: string): Promise<DemoSignIn | null> {
  const file = path.join(dataFolder, 'demo-password');
  const empty = await db.acrossWorkspaces('maintenance', async (tx) => !(await hasPeople(tx)));
  if (!empty) {
    const password = await readFile(file, 'utf8').catch(() => null);
    return password === null ? null : { email: demoOwner.email, password: password.trim() };
  }
  const password = newPassword();
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await db.acrossWorkspaces('maintenance', (tx) => addBusinesses(tx, password));
  return { email: demoOwner.email, password };
}

const newPassword = (): string => `demo-${randomBytes(6).toString('hex')}`;
