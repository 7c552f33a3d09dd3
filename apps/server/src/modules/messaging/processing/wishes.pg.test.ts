import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { change, message } from '../../../../test/webhooks/bodies.ts';
import { openProcessingGround, type ProcessingGround } from '../../../../test/webhooks/processing-ground.ts';
import { recordConsent } from '../../consent/index.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());
afterEach(() => {
  expect(ground.reported).toEqual([]);
});

let said = 0;
const secondsAgo = (count: number): Date => new Date(ground.clock.now().getTime() - count * 1000);
const saying = (from: string, more: object, at = secondsAgo(10)) =>
  change(ground.silks, 'messages', { messages: [message(`wish-${said++}`, at, { from, ...more })] });
const text = (body: string): object => ({ text: { body } });
const say = (from: string, body: string, at?: Date) => ground.deliver(saying(from, text(body), at));

interface State {
  granted: string[];
  withdrawn: string[];
}

async function contactOf(phone: string): Promise<string> {
  const [row] = await ground.asOwner<{ id: string }>(
    'select contact_id as id from contacts where phone = $1',
    [`+${phone}`],
  );
  return row!.id;
}

async function stateOf(phone: string): Promise<State> {
  const [row] = await ground.asOwner<State>(
    'select granted, withdrawn from consent_states where contact_id = $1',
    [await contactOf(phone)],
  );
  return row ?? { granted: [], withdrawn: [] };
}

async function agree(phone: string, purpose: 'promotions' | 'promotions.festivals', at: Date): Promise<void> {
  const { workspaceId } = ground.silks;
  const contactId = await contactOf(phone);
  await ground.db.acrossWorkspaces('processing', (tx) =>
    recordConsent(tx, [
      { workspaceId, contactId, kind: 'granted', purpose, source: 'page', at, evidence: {} },
    ]),
  );
}

const wishesOf = async (phone: string) =>
  ground.asOwner<{ wish: string; language: string; said_by: string; under_way: number }>(
    'select wish, language, said_by, under_way from heard_wishes where contact_id = $1 order by at, message_id',
    [await contactOf(phone)],
  );

test('STOP takes back offers and what a business begins by itself, and leaves answers', async () => {
  await say('919800000101', 'Hello');
  await agree('919800000101', 'promotions', secondsAgo(60));
  await say('919800000101', 'कृपया बंद करें');
  expect(await stateOf('919800000101')).toEqual({ granted: [], withdrawn: ['orders', 'promotions'] });
  expect(await wishesOf('919800000101')).toEqual([
    { wish: 'stop', language: 'hi', said_by: 'words', under_way: 0 },
  ]);
  const [entry] = await ground.asOwner<{ source: string; language: string }>(
    `select source, language from consent_entries where contact_id = $1 and kind = 'withdrawn' limit 1`,
    [await contactOf('919800000101')],
  );
  expect(entry).toEqual({ source: 'chat', language: 'hi' });
});

test('who stops promotions still hears of their orders', async () => {
  await say('919800000102', 'stop promotions');
  expect(await stateOf('919800000102')).toEqual({ granted: [], withdrawn: ['promotions'] });
});

test('WhatsApp’s own button and ours are heard, and a button of a flow that is called Start is not', async () => {
  const button = (from: string, payload: string, label: string) =>
    ground.deliver(saying(from, { type: 'button', text: undefined, button: { payload, text: label } }));
  await button('919800000103', 'Stop promotions', 'Stop promotions');
  expect(await stateOf('919800000103')).toMatchObject({ withdrawn: ['promotions'] });
  await button('919800000104', 'Start', 'Start');
  expect(await wishesOf('919800000104')).toEqual([]);
  const pressed = { type: 'button_reply', button_reply: { id: 'wish:stop', title: 'Stop' } };
  await ground.deliver(
    saying('919800000105', { type: 'interactive', text: undefined, interactive: pressed }),
  );
  expect(await wishesOf('919800000105')).toMatchObject([{ wish: 'stop', said_by: 'button' }]);
});

test('START gives back what they had agreed to before, and no more than that', async () => {
  await say('919800000106', 'Hello');
  await agree('919800000106', 'promotions', secondsAgo(300));
  await agree('919800000106', 'promotions.festivals', secondsAgo(290));
  await say('919800000106', 'STOP', secondsAgo(100));
  expect(await stateOf('919800000106')).toMatchObject({ granted: [] });
  await say('919800000106', 'START', secondsAgo(50));
  expect(await stateOf('919800000106')).toEqual({
    granted: ['orders', 'promotions', 'promotions.festivals'],
    withdrawn: [],
  });
  await say('919800000107', 'STOP', secondsAgo(100));
  await say('919800000107', 'START', secondsAgo(50));
  expect(await stateOf('919800000107')).toEqual({ granted: ['orders'], withdrawn: ['promotions'] });
});

test('what is agreed to in the second of a STOP does not outlive it', async () => {
  await say('919800000108', 'Hello');
  const second = new Date(Math.floor(secondsAgo(100).getTime() / 1000) * 1000);
  await agree('919800000108', 'promotions', new Date(second.getTime() + 400));
  await say('919800000108', 'stop', second);
  expect(await stateOf('919800000108')).toMatchObject({ granted: [] });
});

test('a STOP that is taken in late does not undo what was agreed to after it', async () => {
  await say('919800000109', 'Hello');
  await agree('919800000109', 'promotions', secondsAgo(20));
  await say('919800000109', 'stop', secondsAgo(3_000));
  expect(await stateOf('919800000109')).toEqual({ granted: ['promotions'], withdrawn: ['orders'] });
});

test('words of the workspace’s own are heard there, and what merely holds one is not', async () => {
  await ground.asOwner(
    `insert into opt_out_words (workspace_id, word_id, words, spoken, wish, created_at, created_by)
     values ($1, gen_random_uuid(), 'Bye Silks', 'bye silks', 'stop', now(), 'test')`,
    [ground.silks.workspaceId],
  );
  await say('919800000110', 'BYE Silks!');
  expect(await wishesOf('919800000110')).toMatchObject([{ wish: 'stop', said_by: 'own_words' }]);
  await say('919800000111', 'bye silks are lovely');
  await say('919800000111', 'Please don’t stop the offers');
  await say('919800000111', 'stop at the gate');
  expect(await wishesOf('919800000111')).toEqual([]);
});

test('a hundred customers who stop at once are heard by one batch, each once however often it is delivered', async () => {
  const bodies = Array.from({ length: 100 }, (_, nth) =>
    saying(`91981${String(nth).padStart(7, '0')}`, text('STOP')),
  );
  await ground.store(...bodies, ...bodies);
  await ground.takeInAll();
  const [row] = await ground.asOwner<{ wishes: number; entries: number; events: number }>(
    `select (select count(*)::int from heard_wishes w join contacts c using (workspace_id, contact_id) where phone like '+91981%') as wishes,
       (select count(*)::int from consent_entries e join contacts c using (workspace_id, contact_id) where phone like '+91981%') as entries,
       (select count(*)::int from events e join contacts c using (workspace_id, contact_id) where phone like '+91981%'
         and type = 'consent.wish_heard') as events`,
  );
  expect(row).toEqual({ wishes: 100, entries: 200, events: 100 });
});
