import { newId } from '../../../platform/ids/index.ts';
import { latestEndFirst, type IdentityBook } from './book.ts';
import type { ContactFacts, Identity } from './rows.ts';
import type { Sighting } from './sighting.ts';

/** A phone that went from one contact to another: the first may no longer be written to as before. */
export interface Handover {
  workspaceId: string;
  fromId: string;
  toId: string;
  at: Date;
}

export interface Recognised {
  contactId: string;
  isNew: boolean;
  changedHands: Handover | null;
}

/**
 * Whose this is, in the order of what is sure: the user id, the parent's, the phone. A user id that is unknown belongs
 * to whom the phone belongs, unless the phone is seen with another user id of the same portfolio: then the number has
 * a new owner, and two people are never one because of a number alone.
 */
export function recognise(book: IdentityBook, seen: Sighting, now: Date): Recognised {
  const known = knownAs(book, seen);
  const contact = known ?? book.addContact(seen, now);
  const fresh = isFresh(book, seen);
  joinByParent(book, contact, seen);
  const changedHands = settlePhone(book, contact.contactId, seen, now);
  settleIds(book, contact.contactId, seen, now);
  if (fresh) takeNames(book, book.contact(contact.contactId), seen);
  return { contactId: contact.contactId, isNew: known === undefined, changedHands };
}

export function knownAs(book: IdentityBook, seen: Sighting): ContactFacts | undefined {
  const byId = knownById(book, seen);
  if (byId !== undefined) return byId;
  const { workspaceId, phone, at } = seen;
  const holder = phone === null ? undefined : book.holderOfPhone(workspaceId, phone.value, at);
  if (holder === undefined || rivalOf(book, holder, seen) !== undefined) return undefined;
  return book.contact(holder.contactId);
}

export function knownById(
  book: IdentityBook,
  { workspaceId, userId, parentUserId }: Pick<Sighting, 'workspaceId' | 'userId' | 'parentUserId'>,
): ContactFacts | undefined {
  const holder =
    (userId === null ? undefined : book.holderOfId(workspaceId, 'user_id', userId)) ??
    (parentUserId === null ? undefined : book.holderOfId(workspaceId, 'parent_user_id', parentUserId));
  return holder && book.contact(holder.contactId);
}

/**
 * Another WhatsApp account of theirs in the same portfolio at that time, unless it is known to have another phone. What is
 * not known to be of another portfolio may be of the same.
 */
function rivalOf(
  book: IdentityBook,
  holder: Identity,
  { userId, portfolio, at }: Sighting,
): Identity | undefined {
  if (userId === null) return undefined;
  return book
    .identitiesOf(holder.contactId)
    .find(
      (each) =>
        each.kind === 'user_id' &&
        each.value !== userId &&
        (each.portfolio === portfolio || each.portfolio === '' || portfolio === '') &&
        (each.phone === holder.value || each.phone === null) &&
        (each.endedAt === null || each.endedAt > at),
    );
}

/** What arrives late must not undo what is known since. */
function isFresh(book: IdentityBook, { workspaceId, userId, phone, at }: Sighting): boolean {
  const last =
    userId !== null
      ? book.holderOfId(workspaceId, 'user_id', userId)
      : phone && book.holderOfPhone(workspaceId, phone.value, at);
  return !last || last.lastSeenAt <= at;
}

/** The parent's id is one person's in all linked portfolios, so whoever else has it is the same. */
function joinByParent(book: IdentityBook, contact: ContactFacts, seen: Sighting): void {
  if (seen.parentUserId === null) return;
  const holder = book.holderOfId(seen.workspaceId, 'parent_user_id', seen.parentUserId);
  if (holder) book.join(contact.contactId, holder.contactId);
}

/** `newlyTheirs`: Meta said that they have just got this number, so whoever else has it had it before. */
export function settlePhone(
  book: IdentityBook,
  contactId: string,
  seen: Sighting,
  now: Date,
  newlyTheirs = false,
): Handover | null {
  if (seen.phone === null) return null;
  const { workspaceId, at } = seen;
  const account = seen.userId === null ? undefined : book.holderOfId(workspaceId, 'user_id', seen.userId);
  const holder = book.holderOfPhone(workspaceId, seen.phone.value, at);
  if (holder === undefined) {
    takePhone(book, contactId, seen, now);
    return null;
  }
  if (book.root(holder.contactId) === book.root(contactId)) {
    touchPhone(book, holder, seen);
    return null;
  }
  const rival = rivalOf(book, holder, seen);
  if (holder.endedAt !== null || (rival && rival.lastSeenAt > at)) {
    addPhone(book, contactId, seen, { now, endedAt: at });
    return { workspaceId, fromId: contactId, toId: holder.contactId, at };
  }
  if (!rival && !newlyTheirs && !hasShownPhone(book, contactId, account)) {
    book.join(contactId, holder.contactId);
    touchPhone(book, holder, seen);
    return null;
  }
  book.end(holder, at);
  takePhone(book, contactId, seen, now);
  return { workspaceId, fromId: holder.contactId, toId: contactId, at };
}

function hasShownPhone(book: IdentityBook, contactId: string, account: Identity | undefined): boolean {
  if (account) return account.phone !== null;
  return book.identitiesOf(contactId).some(({ kind }) => kind === 'phone');
}

/** A WhatsApp account has one number: a new one ends the one before. */
function takePhone(book: IdentityBook, contactId: string, seen: Sighting, now: Date): void {
  const { at } = seen;
  const theirs = book.identitiesOf(contactId);
  const account = theirs
    .filter(({ kind, value }) => kind === 'user_id' && value === seen.userId)
    .toSorted(latestEndFirst)[0];
  const before = theirs.find(
    (each) => each.kind === 'phone' && each.endedAt === null && each.value === account?.phone,
  );
  if (account && (account.endedAt !== null || (before && account.lastSeenAt > at))) {
    addPhone(book, contactId, seen, { now, endedAt: at });
    return;
  }
  if (before) book.end(before, at);
  addPhone(book, contactId, seen, { now, endedAt: null });
  const waId = seen.phone!.waId ?? null;
  book.changeAddress(book.contact(contactId), { phone: seen.phone!.value, waId });
  if (seen.country !== null) book.changeContact(book.contact(contactId), { country: seen.country });
}

export function addPhone(
  book: IdentityBook,
  contactId: string,
  { workspaceId, phone, at }: Sighting,
  { now, endedAt }: { now: Date; endedAt: Date | null },
): void {
  if (phone === null) return;
  const waId = phone.waId ?? null;
  const row = { workspaceId, contactId: book.root(contactId), kind: 'phone', value: phone.value } as const;
  const times = { firstSeenAt: at, lastSeenAt: at, endedAt };
  book.addIdentity({ ...row, ...times, identityId: newId(now), waId, portfolio: '', phone: null });
}

function touchPhone(book: IdentityBook, row: Identity, { phone, at }: Sighting): void {
  const fresh = at >= row.lastSeenAt;
  if (fresh && phone?.waId !== undefined) book.changeIdentity(row, { waId: phone.waId });
  touch(book, row, at);
  if (!fresh || row.endedAt !== null) return;
  book.changeAddress(book.contact(row.contactId), { phone: row.value, waId: row.waId });
}

export function settleIds(book: IdentityBook, contactId: string, seen: Sighting, now: Date): void {
  const { userId, parentUserId } = seen;
  if (userId !== null) settleId(book, contactId, { seen, kind: 'user_id', value: userId, now });
  if (parentUserId !== null)
    settleId(book, contactId, { seen, kind: 'parent_user_id', value: parentUserId, now });
}

interface SeenId {
  seen: Sighting;
  kind: 'user_id' | 'parent_user_id';
  value: string;
  now: Date;
}

function settleId(book: IdentityBook, contactId: string, { seen, kind, value, now }: SeenId): void {
  const { workspaceId, at } = seen;
  const phone = kind === 'user_id' ? (seen.phone?.value ?? null) : null;
  const row = book.holderOfId(workspaceId, kind, value);
  if (row && book.root(row.contactId) === book.root(contactId)) {
    const fresh = at >= row.lastSeenAt;
    if (kind === 'user_id' && row.portfolio === '') book.changeIdentity(row, { portfolio: seen.portfolio });
    if (phone !== null && row.phone === null) book.changeIdentity(row, { phone });
    if (fresh && phone !== null && row.phone !== phone) book.changeIdentity(row, { phone, lastSeenAt: at });
    touch(book, row, at);
    if (fresh && row.endedAt === null && kind === 'user_id')
      book.changeAddress(book.contact(contactId), { userId: value });
    return;
  }
  addId(book, contactId, { seen, kind, value, now }, null);
  if (kind === 'user_id') book.changeAddress(book.contact(contactId), { userId: value });
}

export function addId(
  book: IdentityBook,
  contactId: string,
  { seen, kind, value, now }: SeenId,
  endedAt: Date | null,
): void {
  const { workspaceId, portfolio, at } = seen;
  book.addIdentity({
    workspaceId,
    identityId: newId(now),
    contactId: book.root(contactId),
    kind,
    value,
    waId: null,
    portfolio: kind === 'user_id' ? portfolio : '',
    phone: kind === 'user_id' ? (seen.phone?.value ?? null) : null,
    firstSeenAt: at,
    lastSeenAt: at,
    endedAt,
  });
}

/** Written at most every ten minutes: a message an instant would otherwise be a write to its sender each. */
const seenAgainAfter = 10 * 60_000;

function touch(book: IdentityBook, row: Identity, at: Date): void {
  if (at.getTime() - row.lastSeenAt.getTime() >= seenAgainAfter) book.changeIdentity(row, { lastSeenAt: at });
  if (at < row.firstSeenAt) book.changeIdentity(row, { firstSeenAt: at });
}

function takeNames(
  book: IdentityBook,
  contact: ContactFacts,
  { profileName, username, country }: Sighting,
): void {
  book.changeContact(contact, {
    ...(profileName !== null && { profileName }),
    ...(username !== null && { username }),
    ...(contact.country === null && country !== null && { country }),
  });
}
