import { createHmac, timingSafeEqual } from 'node:crypto';

export interface FileLinks {
  /** Derived from the installation's own key, for this and nothing else. */
  key: Buffer;
  origin: () => string;
}

export const fileKinds = ['problems', 'export'] as const;

export interface LinkedFile {
  workspaceId: string;
  kind: (typeof fileKinds)[number];
  id: string;
}

export const linkPath = '/contact-files';
const lifeSeconds = 15 * 60;

/** An address that gives the file to whoever has it, for a quarter of an hour. */
export function fileLink({ key, origin }: FileLinks, file: LinkedFile, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + lifeSeconds;
  const seal = `${until}.${macOf(key, file, until).toString('base64url')}`;
  return `${origin()}${linkPath}/${file.workspaceId}/${file.kind}/${file.id}/${seal}`;
}

/** Whether a seal is ours and still good. */
export function isSealed({ key }: FileLinks, file: LinkedFile, seal: string, now: Date): boolean {
  const [, written = '0', mac = ''] = /^(\d{10})\.([\w-]{43})$/.exec(seal) ?? [];
  const until = Number(written);
  const expected = macOf(key, file, until).toString('base64url');
  const given = mac.padEnd(expected.length, '-');
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given)) && until * 1000 > now.getTime();
}

const macOf = (key: Buffer, { workspaceId, kind, id }: LinkedFile, until: number): Buffer =>
  createHmac('sha256', key).update(`v1 ${workspaceId} ${kind} ${id} ${until}`).digest();
