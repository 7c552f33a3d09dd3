import type { Collection } from '../world/collection.ts';
import { shareOf } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Habits, Person } from './person.ts';
import { readUserId, userIdOf } from './user-id.ts';

/** What everybody does who has no habits of their own. */
export const usualHabits: Habits = {
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
}

export function createPeople(world: World): People {
  const known = world.collection<Person>('people');
  const crowd = world.setting('crowd', { ...usualHabits, offlineShare: 0, withoutWhatsAppShare: 0 });
  const get = (phone: string): Person => known.get(phone) ?? ofTheCrowd(phone, crowd.value);
  return {
    known,
    get,
    byUserId(businessId, userId) {
      const read = readUserId(businessId, userId);
      const person = read && get(read.phone);
      return person?.generation === read?.generation ? person : null;
    },
    userIdOf: (businessId, { id, generation }) => userIdOf(businessId, id, generation),
    create(given) {
      const now = world.clock.now();
      return known.put({ ...ofTheCrowd(given.id, crowd.value), ...manners, createdAt: now, ...given });
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
    identityHash: '',
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
