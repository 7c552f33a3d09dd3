import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { derive } from '../../../platform/secrets/index.ts';

/** Who chooses by a link, and until when they may. */
export interface LinkTo {
  workspaceId: string;
  contactId: string;
  expiresAt: Date;
}

export interface PreferenceLinks {
  /** The last part of the address, which is all that a template's button takes. */
  suffixOf: (to: LinkTo) => string;
  urlOf: (to: LinkTo) => string;
  /** Null for what we did not write; what is too old says so by its time. */
  read: (suffix: string) => LinkTo | null;
}

export const preferencePath = '/p';

const idBytes = 16;
const timeBytes = 4;
const macBytes = 18;
const signedBytes = 2 * idBytes + timeBytes;

/** Nobody can make a link, and none leads to the next: without the key it is 144 bits of chance. */
export function createPreferenceLinks(installationKey: Buffer, publicUrl: () => string): PreferenceLinks {
  const key = createSecretKey(derive(installationKey, 'preference links', 32));
  const suffixOf = (to: LinkTo): string => {
    const signed = pack(to);
    return Buffer.concat([signed, macOf(key, signed)]).toString('base64url');
  };
  return {
    suffixOf,
    urlOf: (to) => `${publicUrl()}${preferencePath}/${suffixOf(to)}`,
    read(suffix) {
      const bytes = Buffer.from(suffix, 'base64url');
      // Exactly as it was written: one link has one address.
      if (bytes.length !== signedBytes + macBytes || bytes.toString('base64url') !== suffix) return null;
      const signed = bytes.subarray(0, signedBytes);
      return timingSafeEqual(bytes.subarray(signedBytes), macOf(key, signed)) ? unpack(signed) : null;
    },
  };
}

const macOf = (key: KeyObject, signed: Buffer): Buffer =>
  createHmac('sha256', key).update(signed).digest().subarray(0, macBytes);

function pack({ workspaceId, contactId, expiresAt }: LinkTo): Buffer {
  const time = Buffer.alloc(timeBytes);
  time.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000));
  return Buffer.concat([bytesOf(workspaceId), bytesOf(contactId), time]);
}

const unpack = (signed: Buffer): LinkTo => ({
  workspaceId: idOf(signed.subarray(0, idBytes)),
  contactId: idOf(signed.subarray(idBytes, 2 * idBytes)),
  expiresAt: new Date(signed.readUInt32BE(2 * idBytes) * 1000),
});

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Longer than people keep a chat in mind, shorter than numbers are given away. */
const lifeDays = 90;

export const linkTo = (tx: Tx, contactId: string): LinkTo => ({
  workspaceId: tx.workspaceId,
  contactId,
  // Whole seconds, as the link holds them.
  expiresAt: new Date(Math.floor(tx.now.getTime() / 1000) * 1000 + lifeDays * 86_400_000),
});

export async function makeLink(tx: Tx, links: PreferenceLinks, contactId: string) {
  const [contact] = await tx.sql<{ contactId: string }>(
    `select coalesce(merged_into, contact_id) as "contactId" from contacts where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (contact === undefined) throw notFound('contact');
  const to = linkTo(tx, contact.contactId);
  return { url: links.urlOf(to), suffix: links.suffixOf(to), expiresAt: to.expiresAt };
}
