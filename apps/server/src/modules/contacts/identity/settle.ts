import { Refusal } from '../../../platform/errors/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import type { AnyTx, ConsentFreeze, ContactsParts } from '../contacts-parts.ts';
import { holdContacts } from '../hold.ts';
import { mergeContacts } from '../merging/merge.ts';
import type { IdentityBook } from './book.ts';
import { keysOf, loadBook } from './load-book.ts';
import type { Handover } from './recognise.ts';
import type { Sighting } from './sighting.ts';
import { storeBook } from './store-book.ts';

const mostTries = 8;

/**
 * Reads everything that the sightings name, lets `decide` change the book, and writes what it changed. When others changed
 * the same meanwhile it is read and decided again, so `decide` may run several times on fresh books.
 */
export async function settle<Decision>(
  tx: AnyTx,
  sightings: readonly Sighting[],
  decide: (book: IdentityBook) => Decision,
): Promise<{ book: IdentityBook; decision: Decision }> {
  const keys = sightings.flatMap(keysOf);
  const held = new Set<string>();
  for (let tries = 0; tries < mostTries; tries++) {
    const book = await loadBook(tx, keys);
    const decision = decide(book);
    const notHeld = [...book.shaken].filter((contactId) => !held.has(contactId));
    if (notHeld.length > 0) {
      await holdContacts(tx, notHeld.map(book.stored.bind(book)));
      for (const contactId of notHeld) held.add(contactId);
    } else if (await storeBook(tx, book)) return { book, decision };
  }
  throw new Refusal('unavailable', 'Others are changing the same contacts. Try again in a few seconds.', {
    retryAfterSeconds: 2,
  });
}

export interface Outcome {
  handovers: readonly Handover[];
  freezes: readonly ConsentFreeze[];
}

/** What follows for others from what the book decided: merges, consent that has to wait, and the history. */
export async function tellOutcome(
  tx: AnyTx,
  parts: ContactsParts,
  book: IdentityBook,
  { handovers, freezes }: Outcome,
): Promise<void> {
  const joins = book.joins();
  if (joins.length > 0) await mergeContacts(tx, parts, joins, 'system');
  const real = handovers.filter(({ fromId, toId }) => book.root(fromId) !== book.root(toId));
  const all = [...freezes, ...real.map((handover) => freezeOf(book, handover))];
  if (all.length > 0) await parts.freezeConsent(tx, all);
  await publishIn(tx, [
    ...createdIn(book),
    ...identifiedIn(book),
    ...real.map((each) => handedOver(book, each)),
  ]);
}

type PlacedFact = Fact & { workspaceId: string };

const freezeOf = (book: IdentityBook, { workspaceId, fromId, at }: Handover): ConsentFreeze => ({
  workspaceId,
  contactId: book.root(fromId),
  reason: 'number_changed_hands',
  source: 'whatsapp',
  at,
});

const handedOver = (book: IdentityBook, { workspaceId, fromId, toId }: Handover): PlacedFact => ({
  type: 'contact.changed_hands',
  workspaceId,
  contactId: book.root(fromId),
  data: { newContactId: book.root(toId) },
});

const createdIn = (book: IdentityBook): PlacedFact[] =>
  Array.from(book.contacts.new, ({ workspaceId, contactId, source }) => ({
    type: 'contact.created',
    workspaceId,
    contactId,
    data: { source },
  }));

/** For contacts that were there: what else WhatsApp knows them by from now on. */
function identifiedIn(book: IdentityBook): PlacedFact[] {
  const kinds = new Map<string, PlacedFact & { type: 'contact.identified' }>();
  for (const { workspaceId, contactId, kind, endedAt } of book.identities.new) {
    const contact = book.contact(contactId);
    if (endedAt !== null || book.contacts.new.has(contact)) continue;
    const fact = kinds.get(contact.contactId) ?? {
      type: 'contact.identified',
      workspaceId,
      contactId: contact.contactId,
      data: { kinds: [] },
    };
    if (!fact.data.kinds.includes(kind)) fact.data.kinds.push(kind);
    kinds.set(contact.contactId, fact);
  }
  return [...kinds.values()];
}
