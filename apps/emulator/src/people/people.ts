import type { Collection } from '../world/collection.ts';
import { shareOf } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Habits, Person } from './person.ts';
import { readUserId, userIdOf } from './user-id.ts';

/** What everybody does who has no habits of their own. */
const usualHabits: Habits = {
  deliverSeconds: [0.2, 1],
  readShare: 1,
  readSeconds: [1, 3],
  replyShare: 0,
  replySeconds: [5, 60],
  replies: [],
  tapShare: 0.5,
  blockAfterPromotions: 0,
  stopAfterPromotions: 0,
};

/** Customers, those with a phone in the world and all others. */
export interface People {
  known: Collection<Person>;
  /** Everybody has a phone: the known one, or what somebody of the crowd is like. */
  get(phone: string): Person;
  /** The person whom a business-scoped user id means; null when it is not one of the portfolio's, or no longer. */
  byUserId(businessId: string, userId: string): Person | null;
  userIdOf(businessId: string, person: Person): string;
  create(person: Partial<Person> & { id: string }): Person;
  /** A person takes another number: nobody keeps a user id, neither who moves nor who had or gets one of the numbers. */
  move(person: Person, phone: string): Person;
}

/** How often a number went to somebody else. */
interface Passed {
  id: string;
  times: number;
}

export function createPeople(world: World): People {
  const known = world.collection<Person>('people');
  const crowd = world.setting('crowd', { ...usualHabits, offlineShare: 0, withoutWhatsAppShare: 0 });
  const passed = world.collection<Passed>('passed-numbers');
  const somebody = (phone: string): Person => ({
    ...ofTheCrowd(phone, crowd.value),
    generation: passed.get(phone)?.times ?? 0,
  });
  const get = (phone: string): Person => known.get(phone) ?? somebody(phone);
  const pass = (phone: string): number => passed.put({ id: phone, times: get(phone).generation + 1 }).times;
  return {
    known,
    get,
    byUserId(businessId, userId) {
      const read = readUserId(businessId, userId);
      const person = read && get(read.phone);
      return person && userIdOf(businessId, person.id, person.generation) === userId ? person : null;
    },
    userIdOf: (businessId, { id, generation }) => userIdOf(businessId, id, generation),
    create(given) {
      const now = world.clock.now();
      return known.put({ ...somebody(given.id), ...manners, createdAt: now, ...given });
    },
    move(person, phone) {
      const moved = { ...person, id: phone, generation: pass(phone) };
      pass(person.id);
      known.delete(person.id);
      return known.put(moved);
    },
  };
}

/** A phone that somebody can hold reads when it is opened, not by itself. */
const manners: Partial<Person> = { online: true, hasWhatsApp: true, reading: 'opened', habits: usualHabits };

type Crowd = Habits & { offlineShare: number; withoutWhatsAppShare: number };

/** The same number is always the same person, though nobody remembers them. */
function ofTheCrowd(phone: string, { offlineShare, withoutWhatsAppShare, ...habits }: Crowd): Person {
  const character = withoutWhatsAppShare + offlineShare === 0 ? 1 : shareOf(phone);
  return {
    id: phone,
    name: `Customer ${phone.slice(-4)}`,
    language: 'en',
    hidesNumber: false,
    generation: 0,
    identityHash: hashOf(phone),
    hasWhatsApp: character >= withoutWhatsAppShare,
    online: character >= withoutWhatsAppShare + offlineShare,
    receipts: true,
    reading: 'fast',
    oldClient: false,
    blocked: [],
    stopped: [],
    habits,
    createdAt: 0,
  };
}

/** Of the keys of the phone that somebody holds; another phone has another. */
const hashOf = (phone: string): string =>
  Math.floor(shareOf(`keys of ${phone}`) * 2 ** 48)
    .toString(36)
    .toUpperCase()
    .padStart(10, '0');
