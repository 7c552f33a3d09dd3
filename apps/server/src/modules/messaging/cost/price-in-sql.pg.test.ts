import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import { priceIn, tariffOf } from './price.ts';
import { priceInSql } from './price-in-sql.ts';
import { priceCategories } from './rate-card.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const { ctes, join, micros } = priceInSql('$1', {
  category: 'asked.category',
  country: 'asked.country',
  windowOpen: 'asked."windowOpen"',
  freeEntry: 'asked."freeEntry"',
  allowanceLeft: 'asked."allowanceLeft"',
});
const statement = `
  with ${ctes}
  select ${micros}::float8 as micros
  from jsonb_to_recordset($2::jsonb) as asked (at integer, category text, country text, "windowOpen" boolean,
    "freeEntry" boolean, "allowanceLeft" integer)
  ${join} order by asked.at`;

const country = fc.constantFrom('IN', 'ID', 'DE', '*');
const day = fc
  .date({ min: new Date('2025-05-01'), max: new Date('2027-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rates = fc.array(
  fc.record({
    currency: fc.constantFrom('INR', 'USD'),
    country,
    category: fc.constantFrom(...priceCategories),
    validFrom: day,
    micros: fc.nat(9_000_000),
  }),
  { maxLength: 8 },
);
const business = fc.option(
  fc.record({
    country: fc.constantFrom('IN', 'SG'),
    internationalSince: day,
    exceptions: fc.dictionary(fc.constantFrom('IN', 'ID'), day),
  }),
);
const message = fc.record({
  category: fc.constantFrom('marketing', 'utility', 'authentication', 'service'),
  country: fc.option(fc.constantFrom('IN', 'ID', 'DE')),
  windowOpen: fc.boolean(),
  freeEntry: fc.boolean(),
  allowanceLeft: fc.integer({ min: -1, max: 2 }),
});

test('SQL prices every message as the function does, under every tariff', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ day, currency: fc.constantFrom('INR', 'USD', null), own: rates, business }),
      fc.array(message, { minLength: 1, maxLength: 40 }),
      async (facts, messages) => {
        const tariff = tariffOf(facts);
        const rows = await database.db.acrossWorkspaces('maintenance', (tx) =>
          tx.sql<{ micros: number | null }>(statement, [
            JSON.stringify(tariff),
            JSON.stringify(messages.map((asked, at) => ({ ...asked, at }))),
          ]),
        );
        expect(rows.map((row) => row.micros)).toEqual(messages.map((asked) => priceIn(tariff, asked).micros));
      },
    ),
    { numRuns: 150 },
  );
});
