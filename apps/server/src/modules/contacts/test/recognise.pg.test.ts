import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.newWorkspace();
  stage.freezes.length = 0;
});
afterAll(() => stage.database.drop());

const meera = { phone: '919876543210', userId: 'IN.1001' };

async function contact(contactId: string) {
  const [row] = await stage.database.asOwner<Record<string, unknown>>(
    `select * from contacts where workspace_id = $1 and contact_id = $2`,
    [stage.workspaceId, contactId],
  );
  return row!;
}

const countContacts = async (): Promise<number> =>
  (
    await stage.database.asOwner(`select from contacts where workspace_id = $1 and merged_into is null`, [
      stage.workspaceId,
    ])
  ).length;

describe('whoever appears', () => {
  test('for the first time becomes a contact with their names, country, number and id', async () => {
    const [first] = await stage.see({ ...meera, profileName: 'Meera', username: 'meera.k' });
    expect(first).toMatchObject({ isNew: true, changedHands: false });
    expect(await contact(first!.contactId)).toMatchObject({
      phone: '+919876543210',
      user_id: 'IN.1001',
      profile_name: 'Meera',
      username: 'meera.k',
      country: 'IN',
      source: 'whatsapp',
    });
    expect(await stage.events('contact.created')).toEqual([
      { contactId: first!.contactId, data: { source: 'whatsapp' } },
    ]);
  });

  test('again is the same, by id alone and by number alone', async () => {
    const seen = await stage.see(meera);
    seen.push(
      ...(await stage.see(
        { userId: meera.userId, at: 1 },
        { phone: meera.phone, at: 2 },
        { phone: '+919876543210', at: 3 },
      )),
    );
    expect(new Set(seen.map(({ contactId }) => contactId)).size).toBe(1);
    expect(seen.map(({ isNew }) => isNew)).toEqual([true, false, false, false]);
    expect(await countContacts()).toBe(1);
  });

  test('several times in one batch is one, and the answers stand in the order of the questions', async () => {
    const seen = await stage.see(
      { ...meera, at: 3 },
      { phone: '919000000001', at: 2 },
      { userId: 'IN.1001', at: 1 },
      { phone: meera.phone },
    );
    expect(seen[0]!.contactId).toBe(seen[2]!.contactId);
    expect(seen[1]!.contactId).not.toBe(seen[0]!.contactId);
    expect(await countContacts()).toBe(2);
  });

  test('without a number is known by their id, with its country', async () => {
    const [hidden] = await stage.see({ userId: 'BR.77', username: 'ana' });
    expect(await contact(hidden!.contactId)).toMatchObject({ phone: null, user_id: 'BR.77', country: 'BR' });
  });

  test('under names that change has the newest, and what arrives late changes nothing', async () => {
    const [seen] = await stage.see({ ...meera, profileName: 'Meera', username: 'meera' });
    await stage.see({ ...meera, profileName: 'Meera Patel', username: 'meera.p', at: 5 });
    await stage.see({ ...meera, profileName: 'Old', at: 2 });
    expect(await contact(seen!.contactId)).toMatchObject({
      profile_name: 'Meera Patel',
      username: 'meera.p',
    });
  });

  test('as nobody is no contact', async () => {
    expect(
      await stage.see({ profileName: 'Ghost' }, { phone: 'x' }, { phone: '1203630@g.us', userId: '' }),
    ).toEqual([null, null, null]);
    expect(await stage.see()).toEqual([]);
    expect(await countContacts()).toBe(0);
  });

  test('in the other writing of a Brazilian number is the same, and is answered as Meta writes it', async () => {
    const [first] = await stage.see({ phone: '+5511987654321' });
    const [again] = await stage.see({ phone: '551187654321', at: 1 });
    expect(again!.contactId).toBe(first!.contactId);
    expect(await contact(first!.contactId)).toMatchObject({ phone: '+5511987654321', wa_id: '551187654321' });
  });

  test('in another workspace is somebody else', async () => {
    const [here] = await stage.see(meera);
    await stage.newWorkspace();
    const [there] = await stage.see(meera);
    expect(there).toMatchObject({ isNew: true });
    expect(there!.contactId).not.toBe(here!.contactId);
  });

  test('under any name is stored, cut to what fits', async () => {
    const names = ['\u0000', 'a\u0000b', '😀'.repeat(500), '\ud83d', 'x'.repeat(10_000), '   '];
    const seen = await stage.see(...names.map((profileName, at) => ({ userId: `IN.${at}`, profileName })));
    expect(seen).toHaveLength(names.length);
    const stored = await Promise.all(
      seen.map(async ({ contactId }) => (await contact(contactId)).profile_name),
    );
    expect(stored).toEqual([null, 'ab', '😀'.repeat(200), '\ufffd', 'x'.repeat(200), null]);
  });
});

describe('an id that is unknown', () => {
  test('belongs to whom the number belongs when nothing speaks against it', async () => {
    const [imported] = await stage.see({ phone: meera.phone, source: 'import' });
    const [wrote] = await stage.see({ ...meera, at: 1 });
    expect(wrote).toEqual({ contactId: imported!.contactId, isNew: false, changedHands: false });
    expect(await stage.events('contact.identified')).toEqual([
      { contactId: imported!.contactId, data: { kinds: ['user_id'] } },
    ]);
  });

  test('on a number that is seen with another id is a new owner: two contacts, and the consent of the old one waits', async () => {
    const [old] = await stage.see(meera);
    const [owner] = await stage.see({ phone: meera.phone, userId: 'IN.2002', profileName: 'Ravi', at: 9 });
    expect(owner).toMatchObject({ isNew: true, changedHands: true });
    expect(owner!.contactId).not.toBe(old!.contactId);
    expect(await contact(old!.contactId)).toMatchObject({ phone: null, user_id: 'IN.1001' });
    expect(await contact(owner!.contactId)).toMatchObject({ phone: '+919876543210', user_id: 'IN.2002' });
    expect(stage.freezes).toMatchObject([{ contactId: old!.contactId, reason: 'number_changed_hands' }]);
    expect(await stage.events('contact.changed_hands')).toEqual([
      { contactId: old!.contactId, data: { newContactId: owner!.contactId } },
    ]);
    expect((await stage.see({ phone: meera.phone, at: 10 }))[0]!.contactId).toBe(owner!.contactId);
    expect((await stage.see({ userId: meera.userId, at: 10 }))[0]!.contactId).toBe(old!.contactId);
  });

  test('of the earlier owner that arrives late finds its own contact and takes no number away', async () => {
    const [owner] = await stage.see({ phone: meera.phone, userId: 'IN.2002', at: 9 });
    const [late] = await stage.see({ ...meera, at: 1 });
    expect(late).toMatchObject({ isNew: true, changedHands: true });
    expect(await contact(owner!.contactId)).toMatchObject({ phone: '+919876543210' });
    expect(await contact(late!.contactId)).toMatchObject({ phone: null });
    expect(stage.freezes).toMatchObject([{ contactId: late!.contactId }]);
    // A receipt from before the change names the number alone.
    expect((await stage.see({ phone: meera.phone, at: 0 }))[0]!.contactId).toBe(late!.contactId);
    expect((await stage.see({ phone: meera.phone, at: 9 }))[0]!.contactId).toBe(owner!.contactId);
  });

  test('of another portfolio is the same person with a second id, since the number is theirs in both', async () => {
    const [one] = await stage.see({ ...meera, portfolio: 'p1' });
    const seen = await stage.see(
      { phone: meera.phone, userId: 'IN.5005', portfolio: 'p2', at: 1 },
      { ...meera, portfolio: 'p1', at: 2 },
      { phone: meera.phone, userId: 'IN.5005', portfolio: 'p2', at: 3 },
    );
    expect(new Set([one!, ...seen].map(({ contactId }) => contactId)).size).toBe(1);
    expect(stage.freezes).toEqual([]);
  });

  test("is known by the parent's id, and two contacts with one parent's id become one", async () => {
    const [one] = await stage.see({ userId: 'IN.1', parentUserId: 'IN.ENT.9', portfolio: 'p1' });
    const [same] = await stage.see({ userId: 'IN.2', parentUserId: 'IN.ENT.9', portfolio: 'p2', at: 1 });
    expect(same!.contactId).toBe(one!.contactId);
    const [other] = await stage.see({ userId: 'IN.3', portfolio: 'p3', at: 2 });
    expect(other!.contactId).not.toBe(one!.contactId);
    const [joined] = await stage.see({ userId: 'IN.3', parentUserId: 'IN.ENT.9', portfolio: 'p3', at: 3 });
    expect(joined!.contactId).toBe(one!.contactId);
    expect(await contact(other!.contactId)).toMatchObject({ merged_into: one!.contactId });
  });
});

describe('a number that shows itself', () => {
  test('of somebody who was known by id alone makes one of them and the contact of that number', async () => {
    const [imported] = await stage.see({ phone: meera.phone, source: 'import' });
    stage.database.clock.advance(1000);
    const [hidden] = await stage.see({ userId: meera.userId, profileName: 'Meera', at: 1 });
    expect(hidden!.contactId).not.toBe(imported!.contactId);
    const [shown] = await stage.see({ ...meera, at: 2 });
    expect(shown).toEqual({ contactId: imported!.contactId, isNew: false, changedHands: false });
    expect(await contact(imported!.contactId)).toMatchObject({ user_id: 'IN.1001', profile_name: 'Meera' });
    expect(await contact(hidden!.contactId)).toMatchObject({ merged_into: imported!.contactId });
    expect(stage.carried.at(-1)).toMatchObject({ from: hidden!.contactId, into: imported!.contactId });
  });

  test('and is seen with another id is a number that changed hands', async () => {
    const [owner] = await stage.see(meera);
    const [hidden] = await stage.see({ userId: 'IN.3003', at: 1 });
    const [shown] = await stage.see({ phone: meera.phone, userId: 'IN.3003', at: 2 });
    expect(shown).toEqual({ contactId: hidden!.contactId, isNew: false, changedHands: true });
    expect(stage.freezes).toMatchObject([{ contactId: owner!.contactId }]);
  });

  test('replaces the one before, since a WhatsApp account has one number', async () => {
    const [first] = await stage.see(meera);
    await stage.see({ userId: meera.userId, phone: '919000000009', at: 5 });
    await stage.see({ ...meera, at: 1 });
    expect(await contact(first!.contactId)).toMatchObject({ phone: '+919000000009' });
    expect((await stage.identities()).filter(({ kind, ended }) => kind === 'phone' && !ended)).toMatchObject([
      { value: '+919000000009' },
    ]);
    const [next] = await stage.see({ phone: meera.phone, at: 9 });
    expect(next).toMatchObject({ isNew: true });
  });
});
