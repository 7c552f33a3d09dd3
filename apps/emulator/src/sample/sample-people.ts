import type { People } from '../people/people.ts';

/** Customers with phones that can be held; everybody else is one of the crowd. */
export function makeSamplePeople(people: People): void {
  people.create({ id: '919876543210', name: 'Asha Patil', language: 'hi', city: 'Pune' });
  people.create({ id: '919820012345', name: 'Rohan Mehta', language: 'en', city: 'Mumbai' });
  people.create({
    id: '919000011111',
    name: 'Fatima Sheikh',
    language: 'en',
    city: 'Hyderabad',
    username: 'fatima.s',
    hidesNumber: true,
  });
}
