import { createHmac } from 'node:crypto';
import type { BuiltInRole } from '@trikon/contract';
import { addMember } from '../apps/server/src/modules/workspaces/index.ts';
import { buildPerson, signIn, type Signed } from '../apps/server/test/factories.ts';
import type { Page } from 'playwright-core';
import type { Stage } from './browser.ts';

export interface WithPassword extends Signed {
  password: string;
}

/** A member who signs in by typing. */
export async function buildWithPassword(
  { app }: Stage,
  workspaceId: string,
  role: BuiltInRole = 'agent',
  name = 'Kavya Nair',
): Promise<WithPassword> {
  const password = 'lotus-kettle-monsoon-7';
  const person = await buildPerson(app, name, password);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId, ...person, role, roleId: null }),
  );
  return { ...(await signIn(app, person, workspaceId)), password };
}

export const homeOf = (workspaceId: string): string => `/w/${workspaceId.slice(-8)}/`;

export async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** What an authenticator app shows for a key at this moment (RFC 6238: SHA-1, 30 seconds, 6 digits). */
export function oneTimeCode(secret: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(text.replaceAll(/[\s=]/g, '').toUpperCase())
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
