import { countryOfUserId, readWaId } from '../phone/read-phone.ts';

/** Somebody as they appeared: in a message, a status, a send. */
export interface SeenIdentity {
  workspaceId: string;
  /** A number as Meta writes it (digits with the country code) or in E.164. Whatever else is taken for none. */
  phone?: string | null | undefined;
  userId?: string | null | undefined;
  parentUserId?: string | null | undefined;
  /** Meta's portfolio of the number through which they appeared, when that is known. */
  portfolio?: string | null | undefined;
  username?: string | null | undefined;
  profileName?: string | null | undefined;
  at: Date;
  /** Kept with a new contact: `whatsapp`, `import`, `api`… */
  source: string;
}

/** The same, read and bounded. */
export interface Sighting {
  workspaceId: string;
  /** `waId` undefined: not from Meta, so that nothing is known of how it writes the number. */
  phone: { value: string; waId: string | null | undefined } | null;
  userId: string | null;
  parentUserId: string | null;
  portfolio: string;
  username: string | null;
  profileName: string | null;
  country: string | null;
  at: Date;
  source: string;
}

const longestId = 200;
const longestName = 200;

/** Null when it says nothing of who it was. */
export function readSighting(seen: SeenIdentity): Sighting | null {
  const phone = readSeenPhone(seen.phone);
  const userId = bounded(seen.userId);
  const parentUserId = bounded(seen.parentUserId);
  if (phone === null && userId === null && parentUserId === null) return null;
  return {
    workspaceId: seen.workspaceId,
    phone,
    userId,
    parentUserId,
    portfolio: seen.portfolio ?? '',
    username: nameOf(seen.username),
    profileName: nameOf(seen.profileName),
    country: phone?.country ?? countryOfUserId(userId ?? parentUserId ?? ''),
    at: seen.at,
    source: seen.source,
  };
}

function readSeenPhone(text: string | null | undefined) {
  if (!text) return null;
  const fromMeta = !text.startsWith('+');
  const read = readWaId(fromMeta ? text : text.slice(1));
  return read && { value: read.phone, waId: fromMeta ? read.waId : undefined, country: read.country };
}

const bounded = (id: string | null | undefined): string | null =>
  id && id.length <= longestId && !id.includes('\u0000') ? id : null;

/** Cut between characters; a name is never a reason to lose a message. */
function nameOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const name = text.toWellFormed().replaceAll('\u0000', '').trim();
  return name === ''
    ? null
    : Array.from(name.slice(0, 2 * longestName))
        .slice(0, longestName)
        .join('');
}
