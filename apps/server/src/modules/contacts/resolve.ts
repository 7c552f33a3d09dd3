import type { AnyTx, ConsentFreeze, ContactsParts } from './contacts-parts.ts';
import { applyChange, readChange, type IdentityChange, type ReadChange } from './identity/identity-change.ts';
import { recognise, type Handover } from './identity/recognise.ts';
import { settle, tellOutcome } from './identity/settle.ts';
import { readSighting, type SeenIdentity } from './identity/sighting.ts';

export interface ResolvedContact {
  contactId: string;
  isNew: boolean;
  /** The number has another owner than before. */
  changedHands: boolean;
}

/**
 * Whose each of these is, in the same order; who is unknown becomes a contact. Null for what names nobody.
 * Any number of them takes the same few statements. What happened earlier is decided first, whatever its place.
 */
export async function resolveContacts(
  tx: AnyTx,
  parts: ContactsParts,
  seen: readonly SeenIdentity[],
): Promise<(ResolvedContact | null)[]> {
  const sightings = seen.map(readSighting);
  const named = inOrderOfTime(sightings);
  if (named.length === 0) return seen.map(() => null);
  const { book, decision } = await settle(
    tx,
    named.map(([, sighting]) => sighting),
    (fresh) => named.map(([place, sighting]) => [place, recognise(fresh, sighting, tx.now)] as const),
  );
  const handovers = decision.flatMap(([, { changedHands }]) => changedHands ?? []);
  await tellOutcome(tx, parts, book, { handovers, freezes: [] });
  const resolved: (ResolvedContact | null)[] = seen.map(() => null);
  for (const [place, { contactId, isNew, changedHands }] of decision)
    resolved[place] = { contactId: book.root(contactId), isNew, changedHands: changedHands !== null };
  return resolved;
}

/**
 * Applies what Meta told of identities, and names the contact of each in the same order. Applying a change again, or after
 * what followed it, ends in the same place.
 */
export async function applyIdentityChanges(
  tx: AnyTx,
  parts: ContactsParts,
  changes: readonly IdentityChange[],
): Promise<({ contactId: string } | null)[]> {
  const read = changes.map(readChange);
  const named = inOrderOfTime(read.map((change) => change && { ...change, at: sightingsOf(change)[0]!.at }));
  if (named.length === 0) return changes.map(() => null);
  const { book, decision } = await settle(
    tx,
    named.flatMap(([, change]) => sightingsOf(change)),
    (fresh) => named.map(([place, change]) => [place, applyChange(fresh, change, tx.now)] as const),
  );
  const handovers = decision.flatMap(([, changed]): Handover[] => changed.handovers);
  const freezes = decision.flatMap(([place, { contactId, deviceChanged }]): ConsentFreeze[] => {
    const { workspaceId, source, at } = changes[place]!;
    if (!deviceChanged) return [];
    return [{ workspaceId, contactId: book.root(contactId), reason: 'device_changed', source, at }];
  });
  await tellOutcome(tx, parts, book, { handovers, freezes });
  const changed: ({ contactId: string } | null)[] = changes.map(() => null);
  for (const [place, { contactId }] of decision) changed[place] = { contactId: book.root(contactId) };
  return changed;
}

/** With the place that each had. */
function inOrderOfTime<Item extends { at: Date }>(items: readonly (Item | null)[]): [number, Item][] {
  return [...items.entries()]
    .filter((entry): entry is [number, Item] => entry[1] !== null)
    .toSorted(([, a], [, b]) => a.at.getTime() - b.at.getTime());
}

const sightingsOf = (change: ReadChange) =>
  change.kind === 'device_changed'
    ? [change.seen]
    : [change.after, ...(change.before ? [change.before] : [])];
