import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addressColumns } from '../address.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.database.drop());
beforeEach(async () => {
  stage.freezes.length = 0;
  await stage.newWorkspace();
});

const phone = '919876543210';
const one = { userId: 'IN.1001', portfolio: 'p1' };
const two = { userId: 'IN.2002', portfolio: 'p2' };
const parent = { parentUserId: 'IN.ENT.9' };

async function portfolioOf(userId: string): Promise<string> {
  const [row] = await stage.database.asOwner<{ portfolio: string }>(
    `select portfolio from contact_identities where workspace_id = $1 and value = $2`,
    [stage.workspaceId, userId],
  );
  return row!.portfolio;
}

/** Where a number of the portfolio writes to the only contact that there is. */
async function addressIn(portfolio: string | null): Promise<string | null> {
  const [row] = await stage.across((tx) =>
    tx.sql<{ to: string | null; recipient: string | null }>(
      `select ${addressColumns('contact', '$2::text')} from contacts contact
       where workspace_id = $1 and merged_into is null`,
      [stage.workspaceId, portfolio],
    ),
  );
  return row!.to ?? row!.recipient;
}

test('the portfolio of an id is learnt when it becomes known, and stays', async () => {
  await stage.see({ userId: one.userId });
  expect(await portfolioOf(one.userId)).toBe('');
  await stage.see({ ...one, at: 1 });
  expect(await portfolioOf(one.userId)).toBe('p1');
  await stage.see({ userId: one.userId, at: 2 }, { userId: one.userId, portfolio: 'p2', at: 3 });
  expect(await portfolioOf(one.userId)).toBe('p1');
});

test('two ids on one number are two people when their portfolios may be the same', async () => {
  const [old] = await stage.see({ phone, userId: one.userId });
  const [owner] = await stage.see({ phone, ...two, at: 1 });
  expect(owner).toMatchObject({ isNew: true, changedHands: true });
  expect(stage.freezes).toMatchObject([{ contactId: old!.contactId }]);
  const [next] = await stage.see({ phone, userId: 'IN.3003', at: 2 });
  expect(next).toMatchObject({ isNew: true, changedHands: true });
});

test('who shows no number is written to by the id that is good for the sender, whichever was seen last', async () => {
  await stage.see({ ...one, ...parent }, { ...two, ...parent, at: 1 });
  expect(await addressIn('p1')).toBe('IN.1001');
  expect(await addressIn('p2')).toBe('IN.2002');
  expect(await addressIn(null)).toBe('IN.2002');
  await stage.see({ ...one, ...parent, at: 2 });
  expect(await addressIn('p2')).toBe('IN.2002');
  expect(await addressIn(null)).toBe('IN.1001');
  // To a third business they are nobody.
  expect(await addressIn('p3')).toBeNull();
  await stage.see({ userId: 'IN.4004', ...parent, at: 3 });
  expect(await addressIn('p3')).toBe('IN.4004');
  expect(await addressIn('p1')).toBe('IN.1001');
  await stage.see({ ...one, phone, at: 4 });
  for (const portfolio of ['p1', 'p2', 'p3', null]) expect(await addressIn(portfolio)).toBe(`+${phone}`);
});

test('an id that has ended is nobody’s address', async () => {
  await stage.see({ ...one, ...parent }, { ...two, ...parent, at: 1 });
  await stage.change({
    kind: 'user_id_changed',
    portfolio: 'p1',
    before: { userId: one.userId },
    after: { userId: 'IN.1002' },
    at: 2,
  });
  expect(await portfolioOf('IN.1002')).toBe('p1');
  expect(await addressIn('p1')).toBe('IN.1002');
  expect(await addressIn('p2')).toBe('IN.2002');
});
