import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStory, type Story } from '../../../../test/messaging/story.ts';
import { approveNotice } from '../test/notices.ts';

const people = ['919833000011', '919833000012', '919833000013', '919833000014'] as const;

let story: Story;
beforeAll(async () => {
  story = await openStory();
  for (const id of people)
    story.emulator.inside.people.create({ id, name: `Customer ${id.at(-1)}`, language: 'hi', city: 'Surat' });
}, 60_000);
afterAll(() => story[Symbol.asyncDispose]());

const say = (phone: string, text: string): Promise<void> => story.act(phone, { type: 'send-text', text });

/** What the business has said to them, as it stands on their phone. */
const heardBy = async (phone: string): Promise<string[]> =>
  (await story.chatOf(phone))
    .filter((message) => (message as { direction?: string; from?: string }).from !== 'customer')
    .map((message) => JSON.stringify(message))
    .filter((text) => /STOP|START|\/p\//.test(text) && !/"text":"(STOP|START|बंद करो)"/.test(text));

async function stateOf(phone: string): Promise<{ granted: string[]; withdrawn: string[] }> {
  const [row] = await story.app.database.asOwner<{ granted: string[]; withdrawn: string[] }>(
    `select granted, withdrawn from consent_states s join contacts c using (workspace_id, contact_id) where phone = $1`,
    [`+${phone}`],
  );
  return row ?? { granted: [], withdrawn: [] };
}

test('whoever writes STOP is told so in their language, once an hour, and gets the link to choose', async () => {
  await say(people[0], 'बंद करो');
  await story.eventually(() => heardBy(people[0])).toHaveLength(1);
  const [told] = await heardBy(people[0]);
  expect(told).toMatch(/अब Surat Silks से आपको कोई संदेश नहीं आएगा/);
  expect(told).toMatch(/START/);
  expect(await stateOf(people[0])).toEqual({ granted: [], withdrawn: ['orders', 'promotions'] });
  const [sent] = await story.app.database.asOwner<{ category: string; origin_id: string }>(
    `select category, origin_id from messages where direction = 'out' order by message_id desc limit 1`,
  );
  expect(sent).toEqual({ category: 'service', origin_id: 'opt-out' });
  expect(await story.app.database.asOwner(`select from recent_sends where category = 'marketing'`)).toEqual(
    [],
  );
  // A program that answers by itself hears nothing more.
  await say(people[0], 'STOP');
  await say(people[0], 'STOP');
  await say(people[1], 'STOP');
  await story.eventually(() => heardBy(people[1])).toHaveLength(1);
  expect(await heardBy(people[0])).toHaveLength(1);
});

test('who writes START and never agreed to offers is asked by the approved words, and Yes is their agreement', async () => {
  await approveNotice(story.owner, ['promotions']);
  await say(people[2], 'START');
  await story
    .eventually(async () => JSON.stringify((await story.chatOf(people[2])).at(-1)))
    .toMatch(/Do you agree/);
  expect(await stateOf(people[2])).toMatchObject({ granted: [] });
  const question = (await story.chatOf(people[2])).at(-1) as unknown as {
    id: string;
    content: { card?: { buttons: { key: string }[] } };
  };
  await story.act(people[2], {
    type: 'tap-button',
    message: question.id,
    button: question.content.card!.buttons[0]!.key,
  });
  await story.eventually(() => stateOf(people[2])).toMatchObject({ granted: ['promotions'] });
  const [entry] = await story.app.database.asOwner<{ noticed: boolean; source: string }>(
    `select notice_id is not null as noticed, source from consent_entries where kind = 'granted' and purpose = 'promotions'`,
  );
  expect(entry).toEqual({ noticed: true, source: 'chat' });
});

test('words of the workspace’s own say what they say', async () => {
  const texts = { stop: { en: 'Bye! {brand} is quiet now. {link}' } };
  expect((await story.owner.api.patch('/opt-out-settings', { texts, stops: ['promotions'] })).status).toBe(
    200,
  );
  await say(people[3], 'stop');
  await story.eventually(() => heardBy(people[3])).toHaveLength(1);
  expect((await heardBy(people[3]))[0]).toMatch(/Bye! Surat Silks is quiet now\. http/);
  expect(await stateOf(people[3])).toMatchObject({ withdrawn: ['promotions'] });
  const broken = await story.owner.api.patch('/opt-out-settings', { texts: { stop: { en: 'Bye' } } });
  expect(broken.status).toBe(400);
});

test('words that customers use for other things are refused as words of one’s own', async () => {
  const add = (words: string, wish = 'stop') =>
    story.owner.api.post<{ fields?: { code: string }[] }>('/opt-out-words', { words, wish });
  const codeOf = async (words: string, wish?: string) => (await add(words, wish)).body.fields?.[0]?.code;
  expect(await codeOf('ok thanks')).toBe('too_common');
  expect(await codeOf('नहीं')).toBe('too_common');
  expect(await codeOf('!!')).toBe('no_words');
  expect(await codeOf('xq')).toBe('too_short');
  expect(await codeOf('please leave my whole family alone for ever')).toBe('too_long');
  expect(await codeOf('STOP')).toBe('known');
  expect(await codeOf('band karo', 'start')).toBe('other_meaning');
  expect((await add('Silks chhodo')).status).toBe(200);
  expect(await codeOf('silks CHHODO!')).toBe('taken');
  const tried = await story.owner.api.post<{ read: object }>('/opt-out-words/try', {
    text: 'silks chhodo 🙏',
  });
  expect(tried.body.read).toEqual({ wish: 'stop', language: 'en', own: true });
  const heard = await story.owner.api.get<{ items: { wish: string }[] }>('/heard-wishes');
  expect(heard.body.items.length).toBeGreaterThan(3);
});
