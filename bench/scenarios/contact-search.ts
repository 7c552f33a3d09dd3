import { plantManyContacts, slowestAnswer } from '../ground/contacts-at-size.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

const contacts = 1_000_000;

/** What people type, in several scripts and by pieces of phones, against the first page that nobody searched for. */
export async function measure(ground: Ground): Promise<Result> {
  await plantManyContacts(ground, contacts);
  const typed = ['mee', 'm', 'sharma', 'कविता', 'kavita patel', '54321', '98765', 'zzzz', 'pat lak'];
  return compare(
    'ms p95',
    () =>
      slowestAnswer(
        ground,
        typed.map((search) => ({ search })),
      ),
    () =>
      slowestAnswer(
        ground,
        typed.map(() => ({})),
      ),
  );
}
