import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mergePair, previewMerge } from '../merging/pair.ts';
import { undoMerge } from '../merging/undo.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let [ana, bela, cira, dora]: string[] = [];
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.newWorkspace();
  stage.carried.length = 0;
  const seen = await stage.see(
    { phone: '919000000001', userId: 'IN.1' },
    { phone: '919000000002', userId: 'IN.2', profileName: 'Bela', username: 'bela' },
    { phone: '919000000003', profileName: 'Cira' },
    { userId: 'IN.4', profileName: 'Dora' },
  );
  [ana, bela, cira, dora] = seen.map(({ contactId }) => contactId);
});
afterAll(() => stage.database.drop());

const merge = async (into: string, from: string): Promise<string> =>
  (await stage.inside((tx) => mergePair(tx, stage.parts, { contactId: into, fromId: from }))).mergeId;
const undo = (mergeId: string) => stage.inside((tx) => undoMerge(tx, mergeId));

/** Everything of contacts and identities but when a row was changed last. */
async function everything() {
  return {
    contacts: await stage.database.asOwner(
      `select contact_id, name, profile_name, username, phone, wa_id, user_id, country, language, time_zone, blocked_at, merged_into
       from contacts where workspace_id = $1 order by contact_id`,
      [stage.workspaceId],
    ),
    identities: await stage.database.asOwner(
      `select * from contact_identities where workspace_id = $1 order by identity_id`,
      [stage.workspaceId],
    ),
  };
}

const whoIs = async (userId: string): Promise<string> => (await stage.see({ userId }))[0]!.contactId;

describe('a merge', () => {
  test('moves numbers and ids, fills gaps, and carries consent', async () => {
    const mergeId = await merge(dora!, bela!);
    expect(
      (await everything()).contacts.find((each) => 'contact_id' in each && each.contact_id === dora),
    ).toMatchObject({
      profile_name: 'Dora',
      username: 'bela',
      phone: '+919000000002',
      user_id: 'IN.4',
    });
    expect(await whoIs('IN.2')).toBe(dora);
    expect(stage.carried).toMatchObject([{ from: bela, into: dora }]);
    expect(await stage.events('contact.merged')).toEqual([
      { contactId: dora, data: { mergeId, fromId: bela } },
    ]);
  });

  test('never makes a chain: who was merged into the one that goes points to the one that stays', async () => {
    await merge(bela!, ana!);
    await merge(cira!, bela!);
    const into = await stage.database.asOwner<{ id: string }>(
      `select distinct merged_into as id from contacts where workspace_id = $1 and merged_into is not null`,
      [stage.workspaceId],
    );
    expect(into).toEqual([{ id: cira }]);
  });

  test('is shown beforehand and changes nothing then', async () => {
    const before = await everything();
    const preview = await stage.inside((tx) => previewMerge(tx, { contactId: ana!, fromId: bela! }));
    expect(preview.filled).toEqual(['profileName', 'username']);
    expect(await everything()).toEqual(before);
  });

  test('of one with itself, with one that was merged already or with nobody is refused', async () => {
    await merge(bela!, ana!);
    await expect(merge(bela!, bela!)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(merge(cira!, ana!)).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge(ana!, cira!)).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge(cira!, stage.workspaceId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('lets a sighting of either be the same person, with both numbers live', async () => {
    await merge(ana!, bela!);
    const seen = await stage.see(
      { phone: '919000000002', userId: 'IN.2', at: 1 },
      { phone: '919000000001', userId: 'IN.1', at: 2 },
    );
    expect(seen.map(({ contactId, changedHands }) => [contactId, changedHands])).toEqual([
      [ana, false],
      [ana, false],
    ]);
  });
});

describe('an undone merge', () => {
  test('leaves everything as it was', async () => {
    const before = await everything();
    expect(await undo(await merge(dora!, bela!))).toEqual({ contactId: bela });
    expect(await everything()).toEqual(before);
    await expect(
      undo(
        (
          await stage.database.asOwner<{ id: string }>(
            `select merge_id as id from contact_merges where workspace_id = $1`,
            [stage.workspaceId],
          )
        )[0]!.id,
      ),
    ).rejects.toThrow(/undone already/);
  });

  test('after others is taken out of the middle, and the rest can still be undone, in any order', async () => {
    const before = await everything();
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
      [0, 2, 1],
      [2, 0, 1],
    ]) {
      const merges = [await merge(bela!, ana!), await merge(cira!, bela!), await merge(dora!, cira!)];
      expect(new Set([await whoIs('IN.1'), await whoIs('IN.2'), await whoIs('IN.4')])).toEqual(
        new Set([dora]),
      );
      for (const at of order) await undo(merges[at]!);
      expect(await everything(), order.join()).toEqual(before);
    }
  });

  test('in the middle gives its own back and nothing else', async () => {
    const first = await merge(bela!, ana!);
    await merge(cira!, bela!);
    await undo(first);
    expect([await whoIs('IN.1'), await whoIs('IN.2')]).toEqual([ana, cira]);
  });

  test('does not take along what came back another way in the meantime', async () => {
    const [first, second] = [await merge(bela!, ana!), await merge(cira!, bela!)];
    await undo(first);
    await merge(cira!, ana!);
    await undo(second);
    expect([await whoIs('IN.1'), await whoIs('IN.2')]).toEqual([cira, bela]);
    const { contacts } = await everything();
    expect(contacts).toContainEqual(expect.objectContaining({ contact_id: ana, merged_into: cira }));
  });

  test('of several into one gives each its own back', async () => {
    const before = await everything();
    const merges = [await merge(ana!, bela!), await merge(ana!, cira!), await merge(ana!, dora!)];
    for (const mergeId of [merges[1]!, merges[2]!, merges[0]!]) await undo(mergeId);
    expect(await everything()).toEqual(before);
  });

  test('keeps what came since where it came, and what was changed by hand', async () => {
    const mergeId = await merge(dora!, bela!);
    await stage.see({ userId: 'IN.4', phone: '919000000044', profileName: 'Dora D', at: 3 });
    await undo(mergeId);
    const { contacts } = await everything();
    expect(contacts).toContainEqual(
      expect.objectContaining({
        contact_id: dora,
        profile_name: 'Dora D',
        phone: '+919000000044',
        username: null,
      }),
    );
    expect(contacts).toContainEqual(
      expect.objectContaining({ contact_id: bela, phone: '+919000000002', username: 'bela' }),
    );
  });

  test('is refused with a sentence when nothing of what it brought is left', async () => {
    const mergeId = await merge(ana!, dora!);
    await stage.change({
      kind: 'user_id_changed',
      before: { userId: 'IN.4' },
      after: { userId: 'IN.44' },
      at: 1,
    });
    await expect(undo(mergeId)).rejects.toThrow(/given up since/);
  });
});
