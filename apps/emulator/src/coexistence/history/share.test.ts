import { expect, test } from 'vitest';
import { handlooms, writeHandloomPast } from '../../sample/handlooms/handlooms.ts';
import type { JsonObject } from '../../world/json.ts';
import { asha, number, openShop, type Shop } from '../test/shop.ts';

const day = 24 * 60;

interface Chunk {
  metadata: { phase: number; chunk_order: number; progress: number };
  threads: { id?: string; context: JsonObject; messages: JsonObject[] }[];
}

async function share(shop: Shop, minutes = 30): Promise<JsonObject[]> {
  const { status } = await shop.ask('POST', `/${number}/smb_app_data`, {
    messaging_product: 'whatsapp',
    sync_type: 'history',
  });
  expect(status).toBe(200);
  await shop.minutes(minutes);
  return shop.told('history');
}

const chunksOf = (values: JsonObject[]): Chunk[] =>
  values.flatMap(({ history }) => (history ?? []) as unknown as Chunk[]);

const messagesOf = (values: JsonObject[]): JsonObject[] =>
  chunksOf(values).flatMap(({ threads }) => threads.flatMap(({ messages }) => messages));

test('a chat of the past comes with who wrote what, and how far it came', async () => {
  const shop = openShop();
  const { message: question = '' } = await shop.act(
    { type: 'send-text', chat: number, text: 'Kitne ki hai?' },
    asha,
  );
  await shop.act({ type: 'open-chat', chat: asha });
  const { message: answer } = await shop.act({
    type: 'send-text',
    chat: asha,
    text: '₹1500',
    replyTo: question,
  });
  await shop.minutes(5);
  await shop.connect();
  const userId = shop.inside.people.userIdOf(handlooms.businessId, shop.inside.people.get(asha));
  const timestamp = expect.stringMatching(/^\d{10}$/) as string;
  expect(await share(shop)).toEqual([
    {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: handlooms.phone, phone_number_id: number },
      history: [
        {
          metadata: { phase: 0, chunk_order: 1, progress: 100 },
          threads: [
            {
              id: asha,
              context: { wa_id: asha, user_id: userId },
              messages: [
                {
                  from: asha,
                  from_user_id: userId,
                  id: question,
                  timestamp,
                  type: 'text',
                  text: { body: 'Kitne ki hai?' },
                  history_context: { status: 'READ' },
                },
                {
                  context: { from: asha, id: question },
                  from: handlooms.phone,
                  to: asha,
                  to_user_id: userId,
                  id: answer,
                  timestamp,
                  type: 'text',
                  text: { body: '₹1500' },
                  history_context: { status: 'DELIVERED' },
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(shop.owner().platform).toMatchObject({ historyProgress: 100 });
});

test('half a year of a real shop comes in three phases, in disorder, whole, and nothing older', async () => {
  const shop = openShop();
  const { messages } = shop.inside;
  await writeHandloomPast(shop.inside, number);
  shop.world.settings.change('coexistence', { chunkMessages: 50 });
  const shared = messages.all.filter(
    ({ numberId, at }) => numberId === number && at >= messages.now - 180 * day * 60_000,
  );
  expect(messages.all.size).toBeGreaterThan(shared.length);
  await shop.connect();
  const values = await share(shop);
  const chunks = chunksOf(values);
  const places = chunks.map(({ metadata }) => metadata.phase * 1000 + metadata.chunk_order);
  expect(new Set(chunks.map(({ metadata }) => metadata.phase))).toEqual(new Set([0, 1, 2]));
  expect(places).not.toEqual([...places].sort((one, other) => one - other));
  expect(Math.max(...chunks.map(({ metadata }) => metadata.progress))).toBe(100);
  const ids = messagesOf(values).map(({ id }) => id);
  expect(ids).toHaveLength(shared.length);
  expect(new Set(ids)).toEqual(new Set(shared.map(({ id }) => id)));
});

test('the same seed gives the same order', async () => {
  const orders = await Promise.all(
    ['one', 'one', 'two'].map(async (seed) => {
      const shop = openShop({ seed });
      await writeHandloomPast(shop.inside, number);
      shop.world.settings.change('coexistence', { chunkMessages: 20 });
      await shop.connect();
      return chunksOf(await share(shop)).map(({ metadata: { phase, chunk_order: order } }) => [phase, order]);
    }),
  );
  expect(orders[0]).toEqual(orders[1]);
  expect(orders[0]).not.toEqual(orders[2]);
});

test('files stand as placeholders, and those of the last fourteen days follow under the same ids', async () => {
  const shop = openShop();
  await writeHandloomPast(shop.inside, number);
  await shop.connect();
  const values = await share(shop);
  const { messages } = shop.inside;
  const placeholders = messagesOf(values).filter(({ type }) => type === 'media_placeholder');
  expect(placeholders.length).toBeGreaterThan(10);
  for (const placeholder of placeholders) {
    expect(Object.keys(placeholder)).not.toContain('image');
    expect(messages.all.get(placeholder.id as string)?.type).toMatch(/^(?:image|audio|document)$/);
  }
  const files = values.flatMap(({ messages: one, message_echoes: other }) => [
    ...((one ?? []) as unknown as JsonObject[]),
    ...((other ?? []) as unknown as JsonObject[]),
  ]);
  const since = messages.now - (14 * day + 31) * 60_000;
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThan(placeholders.length);
  for (const { id, type, timestamp, from, ...file } of files) {
    expect(Number(timestamp) * 1000).toBeGreaterThan(since);
    expect(placeholders.map((one) => one.id)).toContain(id);
    const { id: medium } = file[type as string] as { id: string };
    expect(shop.inside.media.find(medium)).toMatchObject({ numberId: number });
    expect(from === handlooms.phone).toBe('to' in file);
  }
});

test('an owner who keeps the chats is known by an error, without the usual envelope or with it', async () => {
  const refusal = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: handlooms.phone, phone_number_id: number },
    history: [
      {
        errors: [
          {
            code: 2593109,
            title: 'History sync is turned off by the business from the WhatsApp Business App',
            message: 'History sync is turned off by the business from the WhatsApp Business App',
            error_data: { details: 'History sharing is turned off by the business' },
          },
        ],
      },
    ],
  };
  const bare = openShop();
  await bare.connect(false);
  expect(await share(bare)).toEqual([]);
  expect(bare.bare).toEqual([refusal]);
  const usual = openShop();
  usual.world.settings.change('coexistence', { bareRefusal: false });
  await usual.connect(false);
  expect(await share(usual)).toEqual([refusal]);
  expect(usual.bare).toEqual([]);
});

test('groups and what was taken back are not shared, and a hidden number is not told', async () => {
  const shop = openShop();
  shop.inside.people.known.change(asha, { hidesNumber: true, username: 'asha.p' });
  await shop.act({ type: 'send-text', chat: number, text: 'Hi' }, asha);
  const { message = '' } = await shop.act({ type: 'send-text', chat: asha, text: 'Galti se' });
  await shop.act({ type: 'delete', chat: asha, message, for: 'everyone' });
  const { chat = '' } = await shop.act({ type: 'create-group', name: 'Bunkar' });
  await shop.act({ type: 'send-text', chat, text: 'Kal chhutti' });
  await shop.connect();
  const values = await share(shop);
  expect(messagesOf(values)).toMatchObject([{ text: { body: 'Hi' } }]);
  const [thread] = chunksOf(values)[0]?.threads ?? [];
  expect(thread?.context).toMatchObject({ username: 'asha.p' });
  expect(thread).not.toHaveProperty('id');
  expect(JSON.stringify(values)).not.toContain(asha);
});

test('an app without chats has nothing to send and is done', async () => {
  const shop = openShop();
  await shop.connect();
  expect(await share(shop)).toEqual([]);
  expect(shop.owner().platform).toMatchObject({ historyProgress: 100 });
});

test('whoever leaves in the middle sends no more', async () => {
  const shop = openShop();
  await writeHandloomPast(shop.inside, number);
  shop.world.settings.change('coexistence', { chunkMessages: 20, chunkSeconds: 60 });
  await shop.connect();
  const before = await share(shop, 5);
  await shop.act({ type: 'disconnect-platform' });
  await shop.connect();
  await shop.minutes(240);
  expect(await shop.told('history')).toEqual(before);
});

test('a world that is saved in the middle goes on where it was', async () => {
  const shop = openShop();
  await writeHandloomPast(shop.inside, number);
  shop.world.settings.change('coexistence', { chunkMessages: 20, chunkSeconds: 60 });
  await shop.connect();
  const before = await share(shop, 5);
  await shop.world.save();
  const later = openShop();
  await later.world.load(shop.world.snapshotFile);
  await later.minutes(240);
  const total = before.length + (await later.told('history')).length;
  await shop.minutes(240);
  expect(before.length).toBeGreaterThan(0);
  expect((await shop.told('history')).length).toBe(total);
  expect(later.owner().platform).toMatchObject({ historyProgress: 100 });
});
