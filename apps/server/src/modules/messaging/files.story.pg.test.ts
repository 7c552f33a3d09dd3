import type { Media } from '@trikon/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, openStory, type Story } from '../../../test/messaging/story.ts';
import { pdf, png } from './media/test/files.ts';

const hour = 3_600_000;

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story[Symbol.asyncDispose]());

interface Message {
  messageId: string;
  contactId: string;
  type: string;
  status: string;
  reason: string | null;
}

const newest = async (): Promise<Message | undefined> =>
  (await story.owner.api.get<{ items: Message[] }>('/messages')).body.items[0];
const message = async (messageId: string): Promise<Message> =>
  (await story.owner.api.get<Message>(`/messages/${messageId}`)).body;
const filesOf = async (messageId: string): Promise<Media[]> =>
  (await story.owner.api.get<{ media: Media[] }>(`/media?messageIds=${messageId}`)).body.media;

async function upload(bytes: Buffer, as: string): Promise<string> {
  const { app, owner } = story;
  const response = await fetch(`${app.url}/api/v1/media?as=${as}`, {
    method: 'POST',
    headers: { ...owner.api.headers, origin: app.url, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return ((await response.json()) as { mediaId: string }).mediaId;
}

async function send(content: object, more: object = {}): Promise<string> {
  const { status, body } = await story.owner.api.post<{ messageId: string }>('/messages', {
    numberId: story.numberId,
    to: { phone: `+${asha}` },
    content,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.messageId;
}

const idsAtMeta = async (mediaId: string): Promise<(string | null)[]> => {
  const rows = await story.app.database.asOwner<{ id: string | null }>(
    'select meta_media_id as id from media_uploads where media_id = $1',
    [mediaId],
  );
  return rows.map(({ id }) => id);
};

test('a customer writes, so that anything may be answered', async () => {
  await story.act(asha, { type: 'send-text', text: 'Price list?' });
  await story.eventually(async () => (await newest())?.type).toBe('text');
});

test('a picture that a customer sends is stored, and its links lead to it', async () => {
  const bytes = png(64, 48);
  const media = await story.pick(bytes, 'image/png');
  await story.act(asha, { type: 'send-media', as: 'image', media, caption: 'This one?' });
  await story.eventually(async () => (await newest())?.type).toBe('image');
  const { messageId } = (await newest())!;
  await story.eventually(async () => (await filesOf(messageId))[0]?.state).toBe('stored');
  const [file] = await filesOf(messageId);
  const served = await fetch(`${story.app.url}${new URL(file!.links.original!).pathname}`);
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
});

test('a document that a person uploads is on the customer’s phone', async () => {
  const mediaId = await upload(pdf, 'document');
  const document = { media: mediaId, filename: 'Bhav.pdf', caption: 'Prices of this week' };
  const messageId = await send({ type: 'document', document });
  await story.eventually(async () => (await message(messageId)).status).toBe('delivered');
  const shown = (await story.chatOf(asha)).at(-1)!.content as { media?: { url: string } };
  expect(shown).toMatchObject({ kind: 'document', name: 'Bhav.pdf', caption: 'Prices of this week' });
  const onPhone = await fetch(new URL(shown.media!.url, story.emulator.url));
  expect(Buffer.from(await onPhone.arrayBuffer()).equals(pdf)).toBe(true);
});

const later = (milliseconds: number) => ({
  scheduledAt: new Date(story.app.clock.now().getTime() + milliseconds).toISOString(),
});
/** As when its thirty days at Meta are over. */
const forget = (mediaId: string): Promise<unknown> =>
  story.app.database.asOwner(`update media_uploads set good_until = $2 where media_id = $1`, [
    mediaId,
    story.app.clock.now(),
  ]);

test('what Meta forgot by the time a message leaves goes up again', async () => {
  const mediaId = await upload(png(30, 30), 'image');
  const messageId = await send({ type: 'image', image: { media: mediaId } }, later(hour));
  await story.eventually(() => idsAtMeta(mediaId)).toEqual([expect.any(String)]);
  const before = await idsAtMeta(mediaId);
  await forget(mediaId);
  await story.pass(hour);
  await story.eventually(async () => (await message(messageId)).status).toBe('delivered');
  expect((await story.chatOf(asha)).at(-1)!.content).toMatchObject({ kind: 'image' });
  expect(await idsAtMeta(mediaId)).not.toEqual(before);
});

test('a message whose file cannot go up again fails and says why', async () => {
  const mediaId = await upload(png(31, 31), 'image');
  const messageId = await send({ type: 'image', image: { media: mediaId } }, later(hour));
  await story.eventually(() => idsAtMeta(mediaId)).toEqual([expect.any(String)]);
  await forget(mediaId);
  await story.app.database.asOwner(`update media set state = 'expired' where media_id = $1`, [mediaId]);
  await story.pass(hour);
  await story
    .eventually(() => message(messageId))
    .toMatchObject({
      status: 'failed',
      reason: 'media',
      told: { next: { en: 'Upload the file again.' } },
    });
});
