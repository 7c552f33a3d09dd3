import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectAgain } from '../../../../test/event-log.ts';
import type { Database } from '../../../platform/db/index.ts';
import { resolveContacts } from '../resolve.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let elsewhere: Database;
beforeAll(async () => {
  stage = await openStage();
  elsewhere = connectAgain(stage.database);
});
beforeEach(() => stage.newWorkspace());
afterAll(async () => {
  await elsewhere.close();
  await stage.database.drop();
});

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    workspaceId: stage.workspaceId,
    phone: `9190000${String(at).padStart(5, '0')}`,
    userId: `IN.${at}`,
    profileName: `Person ${at}`,
    at: stage.hour(0),
    source: 'whatsapp',
  }));

const contacts = () =>
  stage.database.asOwner(`select from contacts where workspace_id = $1`, [stage.workspaceId]);

test('two processes that meet the same 500 newcomers at once make one contact of each', async () => {
  const seen = people(500);
  const resolve = (db: Database, batch: typeof seen) =>
    db.acrossWorkspaces('processing', (tx) => resolveContacts(tx, stage.parts, batch));
  const [one, other, third] = await Promise.all([
    resolve(stage.database.db, seen),
    resolve(elsewhere, seen.toReversed()),
    resolve(
      stage.database.db,
      seen.map((each) => ({ ...each, userId: '' })),
    ),
  ]);
  expect(await contacts()).toHaveLength(500);
  expect(other.toReversed().map((each) => each?.contactId)).toEqual(one.map((each) => each?.contactId));
  expect(third.map((each) => each?.contactId)).toEqual(one.map((each) => each?.contactId));
  const created = await stage.events('contact.created');
  expect(new Set(created.map(({ contactId }) => contactId)).size).toBe(500);
  expect(created).toHaveLength(500);
});

test('two who give one contact another id at once do not give it two: one of them is a new owner', async () => {
  const [known] = await stage.see({ phone: '919876543210' });
  const as = (userId: string) => [
    { workspaceId: stage.workspaceId, phone: '919876543210', userId, at: stage.hour(1), source: 'whatsapp' },
  ];
  await Promise.all([
    stage.database.db.acrossWorkspaces('processing', (tx) => resolveContacts(tx, stage.parts, as('IN.1'))),
    elsewhere.acrossWorkspaces('processing', (tx) => resolveContacts(tx, stage.parts, as('IN.2'))),
  ]);
  const live = (await stage.identities()).filter(({ ended }) => !ended);
  expect(live.filter(({ kind }) => kind === 'phone')).toHaveLength(1);
  const accounts = live.filter(({ kind }) => kind === 'user_id');
  expect(accounts).toHaveLength(2);
  expect(new Set(accounts.map(({ contactId }) => contactId)).size).toBe(2);
  expect(accounts.map(({ contactId }) => contactId)).toContain(known!.contactId);
});

test(
  'random batches of several processes end in one contact for each person',
  { timeout: 60_000 },
  async () => {
    const all = people(200);
    const batch = (offset: number) =>
      all
        .filter((_, at) => (at * 7 + offset) % 3 !== 0)
        .toSorted((a, b) => ((a.phone.length * offset + Number(a.phone)) % 13) - (Number(b.phone) % 11));
    await Promise.all(
      Array.from({ length: 8 }, (_, round) =>
        (round % 2 ? elsewhere : stage.database.db).acrossWorkspaces('processing', (tx) =>
          resolveContacts(tx, stage.parts, batch(round)),
        ),
      ),
    );
    expect(await contacts()).toHaveLength(200);
  },
);

test(
  'ten thousand are resolved in one call, and again without writing, each in a few statements',
  { timeout: 60_000 },
  async () => {
    const seen = people(10_000);
    let statements = 0;
    const timed = (batch: typeof seen) =>
      stage.across(async (tx) => {
        statements = 0;
        const began = performance.now();
        const counting = {
          ...tx,
          sql: <Row extends object>(text: string, values?: readonly unknown[]) => {
            statements += 1;
            return tx.sql<Row>(text, values);
          },
        };
        const resolved = await resolveContacts(counting, stage.parts, batch);
        return { resolved, took: performance.now() - began, statements };
      });
    const first = await timed(seen);
    const again = await timed(seen);
    const thousand = await timed(seen.slice(0, 1000));
    expect(new Set(first.resolved.map((each) => each?.contactId)).size).toBe(10_000);
    expect(again.resolved.map((each) => each?.contactId)).toEqual(
      first.resolved.map((each) => each?.contactId),
    );
    expect(first.statements).toBeLessThanOrEqual(5);
    expect(again.statements).toBe(1);
    expect(thousand.statements).toBe(1);
    // An order of magnitude above what it takes, so that a loop of statements fails and a slow machine does not.
    expect(first.took).toBeLessThan(20_000);
    expect(again.took).toBeLessThan(5_000);
    if (process.env.TRIKON_TEST_LOG)
      process.stdout.write(
        `${JSON.stringify({ first: first.took, again: again.took, thousand: thousand.took })}\n`,
      );
  },
);
