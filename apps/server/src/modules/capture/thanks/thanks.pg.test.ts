import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStory, type Story } from '../../../../test/messaging/story.ts';
import { createPreferenceLinks } from '../preferences/links.ts';
import { readMessages } from '../heard.ts';
import { takeMessage } from '../take-message.ts';
import { approveNotice, attemptsAt, entriesOf, makePoint, type MadePoint } from '../test/notices.ts';

const [kavya, imran, rohit] = ['919833000021', '919833000022', '919833000023'] as const;

const links = createPreferenceLinks(Buffer.alloc(32), () => 'http://localhost');
let story: Story;
beforeAll(async () => {
  story = await openStory();
  await approveNotice(story.owner, ['promotions']);
  for (const id of [kavya, imran, rohit])
    story.emulator.inside.people.create({ id, name: `Customer ${id.at(-1)}`, language: 'hi', city: 'Surat' });
}, 60_000);
afterAll(() => story[Symbol.asyncDispose]());

const counter = (given: object = {}): Promise<MadePoint> =>
  makePoint(story.owner, {
    purposes: ['promotions'],
    numberId: story.numberId,
    kind: 'counter',
    name: 'Till 1',
    ...given,
  });
const say = (phone: string, text: string): Promise<void> => story.act(phone, { type: 'send-text', text });
const states = async (at: MadePoint): Promise<string[]> =>
  (await attemptsAt(story.owner, at.entryPointId)).map(({ state }) => state);
const linksToldTo = async (phone: string): Promise<string[]> =>
  (await story.chatOf(phone)).flatMap(({ content: { text = '' } }) =>
    /\/p\/[\w-]+/.test(text) ? [text] : [],
  );
const linkIn = (text: string): string => new URL(/http\S+\/p\/[\w-]+/.exec(text)![0]).pathname;

/** Everything that came of a message, once more, as if the job had not been told that it was done. */
async function takeAgain(where: string, values: unknown[]): Promise<void> {
  const ids = await story.app.database.asOwner<{ workspaceId: string; messageId: string }>(
    `select workspace_id as "workspaceId", message_id as "messageId" from messages where direction = 'in' and ${where}`,
    values,
  );
  const actor = { kind: 'system', id: 'test' } as const;
  for (const { workspaceId, messageId } of ids)
    await story.app.db.inWorkspace({ workspaceId, actor }, async (tx) => {
      for (const message of await readMessages(tx, [{ workspaceId, messageId }]))
        await takeMessage(tx, { sending: story.app.sending, links }, message);
    });
}

test('who agrees in the chat hears once to what, how it ends, and where they choose', async () => {
  const till = await counter();
  await say(kavya, till.chatText);
  await story.eventually(() => linksToldTo(kavya)).toHaveLength(1);
  const [told] = await linksToldTo(kavya);
  expect(told).toMatch(/^Thank you\. You agreed to get from Surat Silks:\n• Offers and news\n\n.*write STOP/);
  const page = await (await fetch(`${story.app.url}${linkIn(told!)}?lang=en`)).text();
  expect(page).toMatch(/value="promotions"\s+checked/);
  const [sent] = await story.app.database.asOwner<{ category: string }>(
    `select category from messages where direction = 'out' order by message_id desc limit 1`,
  );
  expect(sent).toEqual({ category: 'service' });
  await takeAgain('text = $1', [till.chatText]);
  await say(kavya, till.chatText);
  await story.eventually(() => states(till)).toEqual(['refused', 'accepted']);
  expect(await linksToldTo(kavya)).toHaveLength(1);
});

test('who asks for their choices gets their page, in the language they asked in', async () => {
  await say(imran, 'मेरी पसंद');
  await story.eventually(() => linksToldTo(imran)).toHaveLength(1);
  const [told] = await linksToldTo(imran);
  expect(told).toMatch(/^क्या पाना है, यहाँ चुनें: http/);
  expect((await fetch(`${story.app.url}${linkIn(told!)}`)).status).toBe(200);
});

test('who writes STOP before the code of a poster has not opted in', async () => {
  const till = await counter({ name: 'Till 2' });
  for (const refusal of ['STOP', 'please stop promotions', 'मैसेज मत भेजो']) {
    await say(rohit, `${refusal} (${till.code})`);
  }
  const marker = await counter({ name: 'Marker' });
  await say(imran, marker.chatText);
  await story.eventually(() => states(marker)).toEqual(['accepted']);
  expect(await states(till)).toEqual([]);
});

test('the Yes of somebody else settles no question', async () => {
  const till = await counter({ name: 'Till 3', doubleOptIn: true });
  await say(rohit, till.chatText);
  await story.eventually(() => states(till)).toEqual(['waiting']);
  const [asked] = await story.app.database.asOwner<{ id: string }>(
    `select submission_id as id from submissions where state = 'waiting'`,
  );
  // As if a Yes to this question had come from Imran's phone, whatever way somebody found.
  await story.app.database.asOwner(
    `update messages set type = 'interactive', content = $2 where message_id = (select message_id from messages m
       join contacts c using (workspace_id, contact_id) where m.direction = 'in' and c.phone = $1 order by m.at desc limit 1)`,
    [`+${imran}`, { interactive: { button_reply: { id: `opt-in:${asked!.id}:yes` } } }],
  );
  await takeAgain(`type = 'interactive'`, []);
  expect(await states(till)).toEqual(['waiting']);
});

test('the ad by which somebody came is kept with their agreement, and its headline as the campaign', async () => {
  const entries = (await (await fetch(`${story.emulator.url}/world/entries`)).json()) as {
    ads: { id: string; headline: string }[];
  };
  const place = await counter({ kind: 'click_to_whatsapp', name: 'Instagram' });
  const tap = async (ad: string): Promise<string> => {
    const response = await fetch(`${story.emulator.url}/world/phones/${rohit}/actions`, {
      method: 'POST',
      body: JSON.stringify({ type: 'tap-ad', ad }),
    });
    return ((await response.json()) as { chat: string }).chat;
  };
  const chats = new Map<string, { id: string; headline: string }>();
  for (const ad of entries.ads) chats.set(await tap(ad.id), ad);
  const [silks] = await story.app.database.asOwner<{ id: string }>(
    `select phone_number_id as id from numbers where number_id = $1`,
    [story.numberId],
  );
  const ad = chats.get(silks!.id)!;
  await tap(ad.id);
  await say(rohit, place.chatText);
  await story.eventually(() => states(place)).toEqual(['accepted']);
  const [kept] = await attemptsAt(story.owner, place.entryPointId);
  expect(kept!.evidence).toMatchObject({
    ad: { source: 'ad', headline: ad.headline, clickId: expect.any(String) as string },
  });
  const entry = (await entriesOf(story.owner, kept!.contactId!)).find(
    ({ source }) => source === 'click_to_whatsapp',
  );
  expect(entry).toMatchObject({
    campaign: ad.headline,
    evidence: { ad: { adId: expect.any(String) as string } },
  });
});
