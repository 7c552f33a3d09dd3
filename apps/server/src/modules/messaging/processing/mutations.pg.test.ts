import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import { runMutations } from '../../../../test/webhooks/run-mutations.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

// `npm run mutations -- --count 1000000 --seed 7` runs as many as one likes.
test(
  'twenty thousand damaged bodies end as taken in or as parked for what is wrong with them',
  { timeout: 240_000 },
  async () => {
    const ground = { ...database, now: () => database.clock.now() };
    const report = await runMutations(ground, { count: 20_000, seed: 20_261_120 });
    expect(report.wrong).toEqual([]);
    const ended = report.done + Object.values(report.parked).reduce((sum, count) => sum + count, 0);
    // Some mutations are equal bytes, and equal bytes of a day are one delivery.
    expect(ended).toBeGreaterThan(15_000);
    expect(report.done).toBeGreaterThan(ended / 2);
    expect(Object.keys(report.parked)).toEqual(expect.arrayContaining(['not_json', 'unknown_number']));
  },
);
