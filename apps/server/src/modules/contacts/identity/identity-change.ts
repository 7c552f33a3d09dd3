import type { IdentityBook } from './book.ts';
import {
  addId,
  addPhone,
  knownAs,
  knownById,
  recognise,
  settleIds,
  settlePhone,
  type Handover,
} from './recognise.ts';
import { readSighting, type SeenIdentity, type Sighting } from './sighting.ts';

/** What names somebody, as Meta writes it. */
interface Names {
  phone?: string | null | undefined;
  userId?: string | null | undefined;
  parentUserId?: string | null | undefined;
}

/**
 * What Meta tells of somebody's identity: they have another number and with it another id; another id alone; or the
 * number is on another phone, which may be another person's.
 */
export type IdentityChange = Pick<SeenIdentity, 'workspaceId' | 'portfolio' | 'at' | 'source'> &
  (
    | { kind: 'number_changed' | 'user_id_changed'; before: Names; after: Names }
    | { kind: 'device_changed'; names: Names }
  );

export interface Changed {
  contactId: string;
  handovers: Handover[];
  /** Whose consent has to wait until a person looked. */
  deviceChanged: boolean;
}

export type ReadChange =
  | { kind: 'device_changed'; seen: Sighting }
  | { kind: 'number_changed' | 'user_id_changed'; before: Sighting | null; after: Sighting };

/** Null when it does not say who it is about. */
export function readChange(change: IdentityChange): ReadChange | null {
  const { workspaceId, portfolio, at, source } = change;
  const reading = (names: Names): Sighting | null =>
    readSighting({ ...names, workspaceId, portfolio, at, source });
  if (change.kind === 'device_changed') {
    const seen = reading(change.names);
    return seen && { kind: change.kind, seen };
  }
  const after = reading(change.after);
  return after && { kind: change.kind, before: reading(change.before), after };
}

/**
 * The person stays who they are: their contact keeps its history, what was theirs ends, what is theirs begins. It ends in
 * the same place whether it arrives before or after they wrote under what is new, once or many times.
 */
export function applyChange(book: IdentityBook, change: ReadChange, now: Date): Changed {
  if (change.kind === 'device_changed') {
    const { contactId, changedHands } = recognise(book, change.seen, now);
    return { contactId, handovers: changedHands ? [changedHands] : [], deviceChanged: true };
  }
  const { before, after } = change;
  const was = before && knownAs(book, justBefore(before));
  const is = knownById(book, after);
  const handovers: Handover[] = [];
  if (was && is && was !== is) handovers.push(...unite(book, was.contactId, is.contactId, after));
  const { contactId } = was ?? is ?? book.addContact(after, now);
  if (before) endWhatWas(book, contactId, { before, after, now });
  const newlyTheirs = change.kind === 'number_changed';
  const handover = settlePhone(book, contactId, after, now, newlyTheirs);
  settleIds(book, contactId, after, now);
  return { contactId, handovers: handover ? [...handovers, handover] : handovers, deviceChanged: false };
}

/** What this very change ended, when it was applied before, was not ended then. */
const justBefore = (seen: Sighting): Sighting => ({ ...seen, at: new Date(seen.at.getTime() - 1) });

/**
 * They wrote under the new id before Meta told whose it is. A contact that began with that id is theirs whole. One that
 * is older was known by the number, which somebody else may have had: that one stays apart, and only the id moves.
 */
function unite(book: IdentityBook, wasId: string, isId: string, after: Sighting): Handover[] {
  const ids = book
    .identitiesOf(isId)
    .filter(({ kind, value }) =>
      kind === 'user_id' ? value === after.userId : kind === 'parent_user_id' && value === after.parentUserId,
    );
  const began = Math.min(...ids.map(({ firstSeenAt }) => firstSeenAt.getTime()));
  if (book.identitiesOf(isId).every(({ firstSeenAt }) => firstSeenAt.getTime() >= began)) {
    book.join(wasId, isId);
    return [];
  }
  for (const id of ids) book.end(id, after.at);
  return [{ workspaceId: after.workspaceId, fromId: isId, toId: wasId, at: after.at }];
}

interface Ending {
  before: Sighting;
  after: Sighting;
  now: Date;
}

/** What was never seen is written down as ended, so that what arrives late under it still finds its contact. */
function endWhatWas(book: IdentityBook, contactId: string, { before, after, now }: Ending): void {
  const { workspaceId, at } = before;
  const ended = (kind: 'user_id' | 'parent_user_id', value: string | null, next: string | null): void => {
    if (value === null || value === next) return;
    const row = book.holderOfId(workspaceId, kind, value);
    if (row === undefined) addId(book, contactId, { seen: before, kind, value, now }, at);
    else if (book.root(row.contactId) === book.root(contactId)) book.end(row, at);
  };
  // Without a word about the new id the old one stays.
  if (after.userId !== null) ended('user_id', before.userId, after.userId);
  if (after.parentUserId !== null) ended('parent_user_id', before.parentUserId, after.parentUserId);
  if (before.phone === null || after.phone === null || before.phone.value === after.phone.value) return;
  const phone = book.holderOfPhone(workspaceId, before.phone.value, justBefore(before).at);
  // What began later is another time with the same number.
  if (phone === undefined || phone.firstSeenAt > at) addPhone(book, contactId, before, { now, endedAt: at });
  else if (book.root(phone.contactId) === book.root(contactId)) book.end(phone, at);
}
