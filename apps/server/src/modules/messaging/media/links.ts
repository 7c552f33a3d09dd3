import { createHmac, timingSafeEqual } from 'node:crypto';

export const variants = ['original', 'thumbnail', 'preview'] as const;
export type Variant = (typeof variants)[number];

export interface LinkTo {
  workspaceId: string;
  mediaId: string;
  variant: Variant;
}

export interface LinkPlace {
  /** Derived from the installation's own key, for this and nothing else. */
  key: Buffer;
  /** Where files are served from. */
  origin: () => string;
}

export const linkPath = '/media';
const lifeSeconds = 15 * 60;

/** An address that gives the file to whoever has it, for a quarter of an hour. */
export function signedLink({ key, origin }: LinkPlace, to: LinkTo, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + lifeSeconds;
  const { workspaceId, mediaId, variant } = to;
  const mac = macOf(key, to, until).toString('base64url');
  return `${origin()}${linkPath}/${workspaceId}/${mediaId}/${variant}/${until}.${mac}`;
}

export const linksEndAt = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / 1000) + lifeSeconds) * 1000);

/** Whether the seal of a link is ours and still good. The MAC is always computed, so that no refusal is faster. */
export function isSealed(key: Buffer, to: LinkTo, seal: string, now: Date): boolean {
  const [, written = '0', mac = ''] = /^(\d{10})\.([\w-]{43})$/.exec(seal) ?? [];
  const until = Number(written);
  const expected = macOf(key, to, until);
  const given = Buffer.alloc(expected.length);
  given.write(mac, 'base64url');
  // Exactly as it was written: base64url has bits to spare in its last character.
  const same = timingSafeEqual(expected, given) && given.toString('base64url') === mac;
  return same && until * 1000 > now.getTime();
}

const macOf = (key: Buffer, { workspaceId, mediaId, variant }: LinkTo, until: number): Buffer =>
  createHmac('sha256', key).update(`v1 ${workspaceId} ${mediaId} ${variant} ${until}`).digest();
