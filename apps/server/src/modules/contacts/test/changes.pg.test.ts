import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStage, type Change, type Seen, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.newWorkspace();
  stage.freezes.length = 0;
});
afterAll(() => stage.database.drop());

const old = { phone: '919876543210', userId: 'IN.1001' };
const next = { phone: '919000000002', userId: 'IN.1002' };
const moved: Change = { kind: 'number_changed', before: old, after: next, at: 5 };

/** Who has which live identities now, by what they began with; ids of contacts and their order do not matter. */
async function families(): Promise<string[]> {
  const rows = await stage.identities();
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  return Array.from(byContact.values(), (family) =>
    [...new Set(family.map(({ value, ended }) => (ended ? `(${value})` : value)))].toSorted().join(' '),
  ).toSorted();
}

const liveContacts = async (): Promise<number> =>
  (
    await stage.database.asOwner(`select from contacts where workspace_id = $1 and merged_into is null`, [
      stage.workspaceId,
    ])
  ).length;

describe('somebody with a new number', () => {
  test('stays the same contact; what was theirs ends and is not answered any more', async () => {
    const [before] = await stage.see(old);
    expect(await stage.change(moved)).toEqual([before!.contactId]);
    expect(await families()).toEqual(['(+919876543210) (IN.1001) +919000000002 IN.1002']);
    const seen = await stage.see({ ...next, at: 6 }, { phone: next.phone, at: 7 });
    expect(seen.map(({ contactId }) => contactId)).toEqual([before!.contactId, before!.contactId]);
    expect(stage.freezes).toEqual([]);
  });

  test('who takes the number later is somebody else, and what arrives late from before is still theirs', async () => {
    const [before] = await stage.see(old);
    await stage.change(moved);
    const [stranger] = await stage.see({ phone: old.phone, userId: 'IN.9009', at: 8 });
    expect(stranger).toMatchObject({ isNew: true, changedHands: false });
    const late = await stage.see({ ...old, at: 3 }, { phone: old.phone, at: 4 });
    expect(late.map(({ contactId }) => contactId)).toEqual([before!.contactId, before!.contactId]);
  });

  const steps: Record<string, (() => Promise<unknown>)[]> = {
    'wrote before and after': [
      () => stage.see({ ...old, at: 1 }),
      () => stage.change(moved),
      () => stage.see({ ...next, at: 7 }),
    ],
    'is told twice': [
      () => stage.see({ ...old, at: 1 }),
      () => stage.change(moved),
      () => stage.change(moved, moved),
      () => stage.see({ ...next, at: 7 }),
    ],
  };

  test.each(Object.keys(steps))('who %s ends in one contact, whatever the order of arrival', async (name) => {
    for (const order of permutations(steps[name]!)) {
      await stage.newWorkspace();
      for (const step of order) {
        stage.database.clock.advance(1000);
        await step();
      }
      expect(await families()).toEqual(['(+919876543210) (IN.1001) +919000000002 IN.1002']);
      expect(await liveContacts()).toBe(1);
    }
  });

  test('in one batch with what they wrote ends the same', async () => {
    await stage.see({ ...old, at: 1 }, { ...next, at: 7 });
    await stage.change(moved, moved);
    expect(await families()).toEqual(['(+919876543210) (IN.1001) +919000000002 IN.1002']);
  });

  test('which a contact had whom nobody saw on WhatsApp is not merged with them by the number alone', async () => {
    const [imported] = await stage.see({ phone: next.phone, source: 'import' });
    const [before] = await stage.see({ ...old, at: 1 });
    await stage.change(moved);
    expect(await families()).toEqual(['(+919000000002)', '(+919876543210) (IN.1001) +919000000002 IN.1002']);
    expect(stage.freezes).toMatchObject([{ contactId: imported!.contactId, reason: 'number_changed_hands' }]);
    expect(await stage.events('contact.changed_hands')).toEqual([
      { contactId: imported!.contactId, data: { newContactId: before!.contactId } },
    ]);
  });

  test('ends there too when they wrote from it before Meta told', async () => {
    const [imported] = await stage.see({ phone: next.phone, source: 'import', at: -9 });
    const [before] = await stage.see({ ...old, at: 1 });
    await stage.see({ ...next, at: 7 });
    expect(await stage.change(moved)).toEqual([before!.contactId]);
    const [again] = await stage.see({ ...next, at: 8 });
    expect(again!.contactId).toBe(before!.contactId);
    expect(await families()).toEqual([
      '(+919000000002) (IN.1002)',
      '(+919876543210) (IN.1001) +919000000002 IN.1002',
    ]);
    expect(stage.freezes.map(({ contactId }) => contactId)).toContain(imported!.contactId);
  });

  test('whom nobody knew is a contact from then on', async () => {
    await stage.change(moved);
    expect(await families()).toEqual(['(+919876543210) (IN.1001) +919000000002 IN.1002']);
  });

  test('keeps the id when Meta says nothing of a new one', async () => {
    await stage.see(old);
    await stage.change({ ...moved, after: { phone: next.phone } });
    expect(await families()).toEqual(['(+919876543210) +919000000002 IN.1001']);
  });

  test('is found by the number alone when Meta says no ids', async () => {
    const [before] = await stage.see({ phone: old.phone });
    const byNumber: Change = { ...moved, before: { phone: old.phone }, after: { phone: next.phone } };
    expect(await stage.change(byNumber, byNumber)).toEqual([before!.contactId, before!.contactId]);
    expect(await stage.change(byNumber)).toEqual([before!.contactId]);
    expect(await families()).toEqual(['(+919876543210) +919000000002']);
  });
});

test('a number that was given up long before the next owner wrote belongs to nobody in between', async () => {
  const third = { phone: '919000000003', userId: 'IN.3003' };
  await stage.change({ ...moved, at: 100 });
  await stage.see({ phone: next.phone, userId: 'IN.2006', at: 640 });
  const [first] = await stage.change({ ...moved, before: next, after: third, at: 200 });
  const owned = { phone: next.phone, userId: 'IN.5001' };
  const after = { phone: '919000000005', userId: 'IN.5002' };
  const [between] = await stage.change({ ...moved, before: owned, after, at: 500 });
  expect(between).not.toBe(first);
});

describe('somebody with a new id', () => {
  const renewed: Change = {
    kind: 'user_id_changed',
    before: { phone: old.phone, userId: 'IN.1001' },
    after: { phone: old.phone, userId: 'IN.1002' },
    at: 5,
  };

  test.each([
    ['is told first', [renewed], [{ ...old, userId: 'IN.1002', at: 6 }]],
    ['wrote first', [], [{ ...old, userId: 'IN.1002', at: 6 }]],
  ] as [string, Change[], Seen[]][])('stays the same contact when that %s', async (_name, first, seen) => {
    const [before] = await stage.see(old);
    stage.database.clock.advance(1000);
    await stage.change(...first);
    await stage.see(...seen);
    expect(await stage.change(renewed)).toEqual([before!.contactId]);
    expect(await families()).toEqual(
      ['(+919876543210) (IN.1001) +919876543210 IN.1002', '(IN.1001) +919876543210 IN.1002'].slice(
        first.length,
        first.length + 1,
      ),
    );
    expect((await stage.see({ userId: 'IN.1002', at: 9 }))[0]!.contactId).toBe(before!.contactId);
    expect(await liveContacts()).toBe(1);
  });

  test('without a number stays the same too', async () => {
    const [before] = await stage.see({ userId: 'IN.1001' });
    await stage.change({
      kind: 'user_id_changed',
      before: { userId: 'IN.1001' },
      after: { userId: 'IN.1002' },
      at: 1,
    });
    expect((await stage.see({ userId: 'IN.1002', at: 2 }))[0]!.contactId).toBe(before!.contactId);
  });
});

test('a number on another phone, which may be another person’s, lets consent wait', async () => {
  const [before] = await stage.see(old);
  expect(await stage.change({ kind: 'device_changed', names: old, at: 1 })).toEqual([before!.contactId]);
  expect(stage.freezes).toMatchObject([{ contactId: before!.contactId, reason: 'device_changed' }]);
});

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
