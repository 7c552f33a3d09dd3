import { assert } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { ContactFacts, Identity, IdentityKind } from './rows.ts';

const keyOf = (workspaceId: string, kind: IdentityKind, value: string): string =>
  `${workspaceId} ${kind} ${value}`;

/**
 * What is known of the people whom a batch is about, with what the batch changes in it. Everything is decided here, one
 * sighting after the other; reading and writing is a statement each, whatever the size of the batch.
 */
export class IdentityBook {
  /** New and changed rows; the rest is as it is stored. */
  readonly contacts = { new: new Set<ContactFacts>(), changed: new Set<ContactFacts>() };
  readonly identities = { new: new Set<Identity>(), changed: new Set<Identity>() };
  /** Stored contacts whose identities or address change. Nobody else may change them meanwhile. */
  readonly shaken = new Set<string>();
  #byId = new Map<string, ContactFacts>();
  #byKey = new Map<string, Identity[]>();
  #ofContact = new Map<string, Identity[]>();
  #joined = new Map<string, string>();

  takeStored(contact: ContactFacts, identities: readonly Identity[]): void {
    this.#byId.set(contact.contactId, contact);
    for (const identity of identities) this.#place(identity);
  }

  addContact(
    { workspaceId, source, country }: Pick<ContactFacts, 'workspaceId' | 'source' | 'country'>,
    now: Date,
  ): ContactFacts {
    const nothing = { profileName: null, username: null, phone: null, waId: null, userId: null };
    const contact = { workspaceId, contactId: newId(now), ...nothing, country, source, createdAt: now };
    this.#byId.set(contact.contactId, contact);
    this.contacts.new.add(contact);
    return contact;
  }

  addIdentity(identity: Identity): void {
    this.#place(identity);
    this.identities.new.add(identity);
    this.#shake(identity.contactId);
  }

  contact(contactId: string): ContactFacts {
    return this.stored(this.root(contactId));
  }

  /** The row itself, even when its contact was joined to another. */
  stored(contactId: string): ContactFacts {
    const found = this.#byId.get(contactId);
    assert(found, 'every identity that was read came with its contact');
    return found;
  }

  identitiesOf(contactId: string): readonly Identity[] {
    return this.#ofContact.get(this.root(contactId)) ?? [];
  }

  /** Whoever this is or was: WhatsApp gives no such id to two people. */
  holderOfId(workspaceId: string, kind: 'user_id' | 'parent_user_id', value: string): Identity | undefined {
    return this.#rows(workspaceId, kind, value).toSorted(latestEndFirst)[0];
  }

  /** A phone is whose it was then. */
  holderOfPhone(workspaceId: string, phone: string, at: Date): Identity | undefined {
    return this.#rows(workspaceId, 'phone', phone)
      .filter(({ endedAt }) => endedAt === null || endedAt > at)
      .toSorted(latestEndFirst)
      .at(-1);
  }

  changeIdentity(identity: Identity, changes: Partial<Identity>): void {
    if (assign(identity, changes) && !this.identities.new.has(identity))
      this.identities.changed.add(identity);
  }

  changeContact(contact: ContactFacts, changes: Partial<ContactFacts>): void {
    if (assign(contact, changes) && !this.contacts.new.has(contact)) this.contacts.changed.add(contact);
  }

  /** Where answers go: always to a live identity. */
  changeAddress(
    contact: ContactFacts,
    changes: Partial<Pick<ContactFacts, 'phone' | 'waId' | 'userId'>>,
  ): void {
    if (!differs(contact, changes)) return;
    this.changeContact(contact, changes);
    this.#shake(contact.contactId);
  }

  /** Of two who tell of its end the earlier is right. */
  end(identity: Identity, at: Date): void {
    if (identity.endedAt !== null && identity.endedAt <= at) return;
    this.changeIdentity(identity, { endedAt: at < identity.firstSeenAt ? identity.firstSeenAt : at });
    this.#shake(identity.contactId);
    this.#leaveAddress(identity);
  }

  /** Two contacts turned out to be one person: the older stays, and has everything from here on. */
  join(one: string, other: string): void {
    const [a, b] = [this.contact(one), this.contact(other)];
    if (a === b) return;
    const [stays, goes] = isOlder(a, b) ? [a, b] : [b, a];
    this.#shake(stays.contactId);
    this.#shake(goes.contactId);
    this.#joined.set(goes.contactId, stays.contactId);
    const rows = this.#ofContact.get(goes.contactId) ?? [];
    this.#ofContact.set(stays.contactId, [...(this.#ofContact.get(stays.contactId) ?? []), ...rows]);
    if (stays.phone === null) this.changeAddress(stays, { phone: goes.phone, waId: goes.waId });
    if (stays.userId === null) this.changeAddress(stays, { userId: goes.userId });
  }

  root(contactId: string): string {
    let root = contactId;
    for (let next = this.#joined.get(root); next !== undefined; next = this.#joined.get(root)) root = next;
    return root;
  }

  joins(): { workspaceId: string; from: string; into: string }[] {
    return [...this.#joined.keys()].map((from) => {
      const { workspaceId, contactId } = this.contact(from);
      return { workspaceId, from, into: contactId };
    });
  }

  #leaveAddress({ contactId, kind, value }: Identity): void {
    const contact = this.contact(contactId);
    const next = this.identitiesOf(contactId)
      .filter((each) => each.kind === kind && each.endedAt === null)
      .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())[0];
    if (kind === 'phone' && contact.phone === value)
      this.changeAddress(contact, { phone: next?.value ?? null, waId: next?.waId ?? null });
    if (kind === 'user_id' && contact.userId === value)
      this.changeAddress(contact, { userId: next?.value ?? null });
  }

  #rows(workspaceId: string, kind: IdentityKind, value: string): Identity[] {
    return this.#byKey.get(keyOf(workspaceId, kind, value)) ?? [];
  }

  #place(identity: Identity): void {
    append(this.#byKey, keyOf(identity.workspaceId, identity.kind, identity.value), identity);
    append(this.#ofContact, this.root(identity.contactId), identity);
  }

  #shake(contactId: string): void {
    const contact = this.contact(contactId);
    if (!this.contacts.new.has(contact)) this.shaken.add(contact.contactId);
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function assign<Row extends object>(row: Row, changes: Partial<Row>): boolean {
  if (!differs(row, changes)) return false;
  Object.assign(row, changes);
  return true;
}

function differs<Row extends object>(row: Row, changes: Partial<Row>): boolean {
  return (Object.keys(changes) as (keyof Row)[]).some((name) => {
    const [before, after]: unknown[] = [row[name], changes[name]];
    if (before instanceof Date && after instanceof Date) return before.getTime() !== after.getTime();
    return before !== after;
  });
}

const endOf = ({ endedAt }: Identity): number => endedAt?.getTime() ?? Number.POSITIVE_INFINITY;
export const latestEndFirst = (a: Identity, b: Identity): number =>
  endOf(a) === endOf(b) ? 0 : endOf(b) - endOf(a);

function isOlder(a: ContactFacts, b: ContactFacts): boolean {
  const [one, other] = [a.createdAt.getTime(), b.createdAt.getTime()];
  return one === other ? a.contactId < b.contactId : one < other;
}
