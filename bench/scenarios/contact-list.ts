import { plantManyContacts, slowestAnswer } from '../ground/contacts-at-size.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

const contacts = 1_000_000;

/** Filters that find many, few and nobody, in each order, against the first page without any. */
export async function measure(ground: Ground): Promise<Result> {
  await plantManyContacts(ground, contacts);
  const all = (...conditions: object[]) => ({ match: 'all', conditions });
  const city = { kind: 'attribute', name: 'city', op: 'is', values: ['surat'] };
  const field = (op: string, value: number) => ({ kind: 'field', key: 'bench_orders', op, value });
  const questions = [
    { filter: all({ kind: 'tag', op: 'has', tagIds: [ground.workspaceId] }) },
    { filter: all(city), order: 'name' },
    { filter: all(field('is', 7), city), order: 'changed' },
    { filter: all(field('more', 48)) },
    { filter: all(field('more', 60)), order: 'name' },
    {
      filter: all({ kind: 'consent', purpose: 'promotions', state: 'none' }, { kind: 'blocked', is: false }),
    },
  ];
  return compare(
    'ms p95',
    () => slowestAnswer(ground, questions),
    () =>
      slowestAnswer(
        ground,
        questions.map(() => ({})),
      ),
  );
}
