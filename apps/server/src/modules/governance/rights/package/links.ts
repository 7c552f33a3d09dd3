import { createHmac, timingSafeEqual } from 'node:crypto';

export interface PackageLink {
  workspaceId: string;
  packageId: string;
  expiresAt: Date;
}

export const packagePath = '/data-package';

/** Whoever has it gets the package: it is given to somebody whose identity was checked, and ends with the package. */
export const linkTo = (key: Buffer, link: PackageLink): string => {
  const until = Math.floor(link.expiresAt.getTime() / 1000);
  return `${packagePath}/${link.workspaceId}/${link.packageId}/${until}.${macOf(key, link, until).toString('base64url')}`;
};

export function isSealed(
  key: Buffer,
  link: Omit<PackageLink, 'expiresAt'>,
  seal: string,
  now: Date,
): boolean {
  const [, written = '0', mac = ''] = /^(\d{10})\.([\w-]{43})$/.exec(seal) ?? [];
  const until = Number(written);
  const given = Buffer.alloc(32);
  given.write(mac, 'base64url');
  // One link has one address: the last letter of base64url has bits to spare.
  const isOurs = timingSafeEqual(macOf(key, link, until), given) && given.toString('base64url') === mac;
  return isOurs && until * 1000 > now.getTime();
}

const macOf = (
  key: Buffer,
  { workspaceId, packageId }: Omit<PackageLink, 'expiresAt'>,
  until: number,
): Buffer => createHmac('sha256', key).update(`package v1 ${workspaceId} ${packageId} ${until}`).digest();
