import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdentityBook } from './book.ts';
import { applyChange, readChange, type IdentityChange } from './identity-change.ts';
import { recognise } from './recognise.ts';
import { readSighting, type SeenIdentity } from './sighting.ts';

const workspaceId = '01a1f737-ed40-7008-b462-862b135c733c';
const start = Date.UTC(2026, 10, 20);
const hour = (hours: number): Date => new Date(start + hours * 3_600_000);

/** One stretch of a person's life on WhatsApp: an id, a number, from an hour on. */
interface Account {
  person: number;
  userId: string;
  phone: string;
  from: number;
  until: number;
}

type Arrival = { person: number } & ({ seen: SeenIdentity } | { change: IdentityChange });

/**
 * What really happened, as a model: people change numbers, and a number that was given up goes to the next. Each number
 * has one owner at a time.
 */
function livesOf(moves: readonly { person: number; phone: number }[]): Account[] {
  const lives: Account[] = [];
  const current = new Map<number, Account>();
  for (const [step, { person, phone: wanted }] of moves.entries()) {
    const phone = `9198000000${String(wanted).padStart(2, '0')}`;
    if ([...current.values()].some((account) => account.phone === phone)) continue;
    const from = step * 100;
    const before = current.get(person);
    if (before) before.until = from;
    const account = { person, userId: `IN.${person}x${step}`, phone, from, until: Infinity };
    current.set(person, account);
    lives.push(account);
  }
  return lives;
}

/** What Meta tells of it: what they wrote, with the number shown or hidden, and each change, in any order. */
function arrivalsOf(lives: readonly Account[], hidden: boolean): Arrival[] {
  const place = { workspaceId, source: 'whatsapp' };
  return lives.flatMap((account): Arrival[] => {
    const { person, userId, phone, from } = account;
    const before = lives.find((each) => each.person === person && each.until === from);
    const written: Arrival[] = [10, 40].map((later) => ({
      person,
      seen: { ...place, userId, ...(hidden && later === 10 ? {} : { phone }), at: hour(from + later) },
    }));
    if (!before) return written;
    const names = ({ userId: id, phone: number }: Account) => ({ userId: id, phone: number });
    const change: IdentityChange = {
      ...place,
      kind: 'number_changed',
      before: names(before),
      after: names(account),
      at: hour(from),
    };
    return [...written, { person, change }];
  });
}

function play(book: IdentityBook, arrival: Arrival, now: Date): string {
  if ('seen' in arrival) return recognise(book, readSighting(arrival.seen)!, now).contactId;
  return applyChange(book, readChange(arrival.change)!, now).contactId;
}

const moves = fc.array(
  fc.record({ person: fc.integer({ min: 0, max: 2 }), phone: fc.integer({ min: 0, max: 3 }) }),
  { minLength: 1, maxLength: 7 },
);

const histories = fc
  .record({ moves, hidden: fc.boolean() })
  .map(({ moves: each, hidden }) => ({ lives: livesOf(each), hidden }))
  .chain(({ lives, hidden }) => {
    const arrivals = arrivalsOf(lives, hidden);
    const repeated = fc.subarray(arrivals).map((again) => [...arrivals, ...again]);
    return repeated
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
      .map((order) => ({ lives, order }));
  });

test('whatever people do and whatever order and repetition it is told in, everyone is one contact, and no two are the same', () => {
  fc.assert(
    fc.property(histories, ({ lives, order }) => {
      const book = new IdentityBook();
      const found = order.map(
        (arrival, step) => [arrival.person, play(book, arrival, hour(9000 + step))] as const,
      );
      const contacts = new Map<number, Set<string>>();
      for (const [person, contactId] of found)
        contacts.set(person, (contacts.get(person) ?? new Set()).add(book.root(contactId)));
      for (const roots of contacts.values()) expect(roots.size).toBe(1);
      expect(new Set([...contacts.values()].flatMap((roots) => [...roots])).size).toBe(contacts.size);
      for (const account of lives.filter(({ until }) => until === Infinity)) {
        const [root] = contacts.get(account.person)!;
        expect(book.contact(root!)).toMatchObject({ phone: `+${account.phone}`, userId: account.userId });
        const live = book.identitiesOf(root!).filter(({ endedAt }) => endedAt === null);
        expect(live.map(({ value }) => value).toSorted()).toEqual(
          [`+${account.phone}`, account.userId].toSorted(),
        );
      }
    }),
    { numRuns: 3000 },
  );
});
