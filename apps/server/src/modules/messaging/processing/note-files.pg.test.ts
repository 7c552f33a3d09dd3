import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, change, message, messages, seconds } from '../../../../test/webhooks/bodies.ts';
import { openProcessingGround, type ProcessingGround } from '../../../../test/webhooks/processing-ground.ts';

let ground: ProcessingGround;
beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());

interface Noted {
  kind: string;
  mime: string | null;
  name: string | null;
  jobs: number;
}

/** What is to be fetched of the file, for the message that has it. */
const noted = (wamid: string, metaMediaId: string): Promise<Noted[]> =>
  ground.asOwner<Noted>(
    `select media.kind, told_mime as mime, file_name as name, (
       select count(*)::int from graphile_worker._private_jobs job where job.payload::text like '%' || media_id || '%'
     ) as jobs
     from media join message_keys using (workspace_id, message_id) where wamid = $1 and meta_media_id = $2`,
    [wamid, metaMediaId],
  );
const waiting = async (): Promise<number> =>
  (await ground.asOwner<{ count: number }>('select count(*)::int as count from media'))[0]!.count;

let files = 2_423_079_038;
const file = (more: object = {}) => ({ id: String((files += 8)), mime_type: 'image/jpeg', ...more });
const withFile = (wamid: string, type: string, part: object, more: object = {}): object =>
  message(wamid, ground.clock.now(), { type, text: undefined, [type]: part, ...more });

test.each(['audio', 'document', 'image', 'sticker', 'video'])(
  'the file of a customer’s %s is fetched, once however often it is delivered',
  async (type) => {
    const part = file({ filename: 'a.bin' });
    const body = messages(ground.silks, withFile(type, type, part));
    await ground.deliver(body, body);
    await ground.deliver({ ...body, again: true });
    expect(await noted(type, part.id)).toEqual([{ kind: type, mime: 'image/jpeg', name: 'a.bin', jobs: 1 }]);
  },
);

test('so is that of the owner’s own message, and of one from before the number was connected', async () => {
  const [echoed, old, late] = [file(), file(), file()];
  const echo = withFile('echo', 'image', echoed, { from: '912614001234', to: asha });
  const past = (id: string, more: object) => ({
    from: asha,
    id,
    timestamp: seconds(ground.clock.now()),
    ...more,
  });
  const chat = [
    past('old', { type: 'image', image: old }),
    past('placeholder', { type: 'media_placeholder' }),
  ];
  await ground.deliver(
    change(ground.silks, 'smb_message_echoes', { message_echoes: [echo] }),
    change(ground.silks, 'history', {
      history: [{ metadata: { phase: 0 }, threads: [{ id: asha, messages: chat }] }],
    }),
  );
  expect(await noted('echo', echoed.id)).toHaveLength(1);
  expect(await noted('old', old.id)).toHaveLength(1);
  const followed = change(ground.silks, 'history', { messages: [withFile('placeholder', 'image', late)] });
  await ground.deliver(followed);
  await ground.deliver({ ...followed, again: true });
  expect(await noted('placeholder', late.id)).toHaveLength(1);
});

test('what names no file of Meta’s leaves the message and nothing to fetch', async () => {
  const before = await waiting();
  const parts = [
    null,
    'x',
    [],
    { id: {} },
    { id: 'x'.repeat(5_000) },
    { link: 'https://silks.example/a.png' },
  ];
  await ground.deliver(
    messages(ground.silks, ...parts.map((part, nth) => withFile(`odd ${nth}`, 'image', part as object))),
  );
  expect(await waiting()).toBe(before);
  const [row] = await ground.asOwner<{ count: number }>(
    `select count(*)::int as count from messages where wamid like 'odd %'`,
  );
  expect(row!.count).toBe(parts.length);
});

test('a file that is told of in damaged words is fetched all the same', async () => {
  const part = file({ sha256: 'no hash', mime_type: `${'x'.repeat(300)}\0`, filename: '\ud800\0.pdf' });
  await ground.deliver(messages(ground.silks, withFile('damaged', 'document', part)));
  expect(await noted('damaged', part.id)).toHaveLength(1);
});
