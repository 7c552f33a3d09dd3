import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../../platform/errors/index.ts';
import type { ContactsParts } from '../contacts-parts.ts';
import { holdContacts } from '../hold.ts';
import { contactOf, type ContactWithIdentities } from '../read.ts';
import { mergeContacts } from './merge.ts';
import { conflictsOf, gapsFilled, readMergeable, valueOf } from './mergeable.ts';

interface Pair {
  contactId: string;
  fromId: string;
}

/** What a merge would do, without doing any of it. */
export async function previewMerge(tx: Tx, pair: Pair) {
  const { stays, goes } = await readPair(tx, pair);
  return {
    into: await contactOf(tx, pair.contactId),
    from: await contactOf(tx, pair.fromId),
    filled: Object.keys(gapsFilled(stays.attributes, goes.attributes))
      .filter((name) => name in shownNames || name.startsWith('fields.'))
      .map(shownName),
    conflicts: conflictsOf(stays.attributes, goes.attributes).map((name) => ({
      name: shownName(name),
      stays: valueOf(stays.attributes, name)!,
      goes: valueOf(goes.attributes, name)!,
    })),
    tags: goes.tags.filter((tag) => !stays.tags.includes(tag)),
  };
}

const shownNames: Partial<Record<string, string>> = {
  name: 'name',
  profile_name: 'profileName',
  username: 'username',
  phone: 'phone',
  user_id: 'userId',
  country: 'country',
  language: 'language',
  time_zone: 'timeZone',
  blocked_at: 'blockedAt',
  email: 'email',
  city: 'city',
  owner_id: 'ownerId',
};

const shownName = (name: string): string => shownNames[name] ?? name;

export async function mergePair(
  tx: Tx,
  parts: ContactsParts,
  { take = [], ...pair }: Pair & { take?: readonly string[] | undefined },
): Promise<{ mergeId: string; contact: ContactWithIdentities }> {
  const { workspaceId } = tx;
  await holdContacts(
    tx,
    [pair.contactId, pair.fromId].map((contactId) => ({ workspaceId, contactId })),
  );
  const { stays, goes } = await readPair(tx, pair);
  const conflicts = conflictsOf(stays.attributes, goes.attributes);
  const taken = take.map((shown) => conflicts.find((name) => shownName(name) === shown));
  if (taken.includes(undefined))
    throw invalidField('take', 'no_conflict', 'Name only what both contacts have something else in.');
  const merge = { workspaceId, from: pair.fromId, into: pair.contactId, take: taken as string[] };
  const [mergeId] = await mergeContacts(tx, parts, [merge], `${tx.actor.kind}:${tx.actor.id}`);
  return { mergeId: mergeId!, contact: await contactOf(tx, pair.contactId) };
}

async function readPair(tx: Tx, { contactId, fromId }: Pair) {
  if (contactId === fromId)
    throw invalidField('fromId', 'same_contact', 'Name another contact than the one that stays.');
  const { workspaceId } = tx;
  const found = await readMergeable(
    tx,
    [contactId, fromId].map((id) => ({ workspaceId, contactId: id })),
  );
  const [stays, goes] = [found.get(contactId), found.get(fromId)];
  if (!stays || !goes) throw notFound('contact');
  if (stays.mergedInto !== null || goes.mergedInto !== null) {
    const into = stays.mergedInto ?? goes.mergedInto;
    throw new Refusal('conflict', `One of the two has been merged already: into the contact ${into}.`);
  }
  return { stays, goes };
}
