import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, openStory, type Story } from '../../../test/messaging/story.ts';
import {
  approveNotice,
  attemptsAt,
  entriesOf,
  makePoint,
  type Kept,
  type MadePoint,
} from './test/notices.ts';

const meera = '919820012345';
const others = ['919833000001', '919833000002', '919833000003'] as const;

let story: Story;
beforeAll(async () => {
  story = await openStory();
  await approveNotice(story.owner, ['promotions']);
  for (const id of others)
    story.emulator.inside.people.create({ id, name: `Customer ${id.at(-1)}`, language: 'hi', city: 'Surat' });
});
afterAll(() => story[Symbol.asyncDispose]());

const point = (given: Record<string, unknown>): Promise<MadePoint> =>
  makePoint(story.owner, { purposes: ['promotions'], numberId: story.numberId, ...given });
const say = (phone: string, text: string, more: object = {}): Promise<void> =>
  story.act(phone, { type: 'send-text', text, ...more });
const attempts = (at: MadePoint): Promise<Kept[]> => attemptsAt(story.owner, at.entryPointId);
const outcomes = async (at: MadePoint): Promise<string[]> =>
  (await attempts(at)).map(({ state, reason }) => (reason ? `${state} ${reason}` : state));
const settled = (at: MadePoint, expected: string[]) => story.eventually(() => outcomes(at)).toEqual(expected);
/** Whatever was heard before something that came later has had its effect. */
async function heardAll(): Promise<void> {
  const marker = await point({ kind: 'counter', name: 'Marker' });
  await say(others[2], `hello (${marker.code})`);
  await settled(marker, ['accepted']);
}
interface Question {
  id: string;
  content: { kind: string; card?: { body?: string; buttons: { key: string; text: string }[] } };
}
const lastShown = async (phone: string): Promise<Question> =>
  (await story.chatOf(phone)).at(-1) as unknown as Question;

test('the message of a counter’s code is an opt-in, with the message as its proof', async () => {
  const counter = await point({ kind: 'counter', name: 'Till 2', store: 'Ring Road', staff: 'Kiran' });
  expect(counter.chatText).toBe(`Hello Surat Silks, please write to me here. (${counter.code})`);
  await say(asha, `नमस्ते! ${counter.code.toLowerCase()}`);
  await settled(counter, ['accepted']);
  const [kept] = await attempts(counter);
  const [entry, ...more] = await entriesOf(story.owner, kept!.contactId!);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    purpose: 'promotions',
    source: 'counter',
    store: 'Ring Road',
    evidence: { staff: 'Kiran', text: `नमस्ते! ${counter.code.toLowerCase()}` },
  });
  await say(asha, counter.chatText);
  await settled(counter, ['refused repeated', 'accepted']);
});

test('a keyword counts when it is all that was said', async () => {
  const word = await point({ kind: 'keyword', name: 'Poster', keywords: ['JOIN', 'जुड़ें'] });
  await say(others[0], 'how do I join?');
  await say(others[0], ' “जुड़ें” ');
  await settled(word, ['accepted']);
  const taken = {
    name: 'x',
    purposes: ['promotions'],
    numberId: story.numberId,
    kind: 'keyword',
    keywords: ['join!'],
  };
  expect((await story.owner.api.post('/entry-points', taken)).body).toMatchObject({
    fields: [{ field: 'keywords', code: 'taken' }],
  });
});

test('who is asked counts with their Yes, in their language, once, and not with their No', async () => {
  await approveNotice(story.owner, ['service'], {
    en: { heading: 'Help', body: 'We help here.', agree: 'Yes' },
    hi: { heading: 'मदद', body: 'हम यहाँ मदद करते हैं।', agree: 'हाँ' },
  });
  const ad = await point({
    kind: 'click_to_whatsapp',
    name: 'Instagram',
    purposes: ['service'],
    language: 'hi',
    doubleOptIn: true,
  });
  await say(meera, ad.chatText);
  await story
    .eventually(async () => (await lastShown(meera)).content.card?.body ?? '')
    .toContain('क्या आपको मंज़ूर है?');
  expect(await outcomes(ad)).toEqual(['waiting']);
  const question = await lastShown(meera);
  expect(question.content.card?.buttons.map(({ text }) => text)).toEqual(['हाँ', 'नहीं']);
  await story.act(meera, { type: 'tap-button', message: question.id, button: '0' });
  await settled(ad, ['accepted']);
  const [kept] = await attempts(ad);
  const entries = await entriesOf(story.owner, kept!.contactId!);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ purpose: 'service', language: 'hi', source: 'click_to_whatsapp' });

  await say(others[1], ad.chatText);
  await story.eventually(async () => (await lastShown(others[1])).content.card?.buttons.length ?? 0).toBe(2);
  const second = await lastShown(others[1]);
  await story.act(others[1], { type: 'tap-button', message: second.id, button: '1' });
  await settled(ad, ['declined', 'accepted']);
});

test('a form on a website that has to be confirmed counts when the message comes from the number that was typed', async () => {
  const page = await point({ kind: 'page', name: 'Website', doubleOptIn: true });
  const address = `${story.app.url}/o/${page.code}`;
  const headers = { 'user-agent': 'Mozilla/5.0' };
  const form = await (await fetch(address, { headers })).text();
  const token = /name="token" value="([^"]+)"/.exec(form)![1]!;
  const body = new URLSearchParams({ token, phone: `+${asha}`, purpose: 'promotions', language: 'en' });
  const done = await (await fetch(address, { method: 'POST', headers, body })).text();
  const link = /href="(https:\/\/wa\.me\/[^"]+)"/.exec(done)![1]!.replaceAll('&#38;', '&');
  const ready = new URL(link).searchParams.get('text')!;
  expect(ready).toMatch(/^Yes, I agree to get messages from Surat Silks\. \([2-9A-Z]{12}\)$/);
  await say(others[0], ready);
  await heardAll();
  expect(await outcomes(page)).toEqual(['waiting']);
  await say(asha, ready);
  await settled(page, ['accepted']);
  await say(asha, ready);
  await heardAll();
  expect(await outcomes(page)).toEqual(['accepted']);
  const [kept] = await attempts(page);
  const entry = (await entriesOf(story.owner, kept!.contactId!)).find(({ source }) => source === 'page');
  expect(entry).toMatchObject({ evidence: { confirmed: 'in the chat', text: ready } });
});

test('a question in the chat needs the window, and is asked once at a time', async () => {
  const chat = await point({ kind: 'chat', name: 'After a purchase' });
  await say(asha, 'Thank you for the saree');
  const counter = await point({ kind: 'counter', name: 'Till 3' });
  await say(asha, counter.chatText);
  await settled(counter, ['accepted']);
  const contactId = (await attempts(counter))[0]!.contactId!;
  const ask = (who: string) =>
    story.owner.api.post<{ submissionId: string }>(`/entry-points/${chat.entryPointId}/questions`, {
      contactId: who,
    });
  const [first, second] = [await ask(contactId), await ask(contactId)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body.submissionId).toBe(first.body.submissionId);
  const stranger = await story.owner.api.post<{ contactId: string }>('/contacts', {
    phone: '+91 98331 11111',
  });
  expect(await ask(stranger.body.contactId)).toMatchObject({
    status: 422,
    body: { details: { rule: 'window_closed' } },
  });
  expect(await attempts(chat)).toHaveLength(1);
  await story.pass(25 * 3_600_000);
  expect(await outcomes(chat)).toEqual(['expired']);
});
