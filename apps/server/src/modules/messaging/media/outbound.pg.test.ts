import type { OutgoingContent } from '@trikon/contract';
import { createGraphClient } from '@trikon/whatsapp/client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../../../../test/meta/stage.ts';
import { newId } from '../../../platform/ids/index.ts';
import { createDrain, type Drain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { buildMessage } from '../content/build.ts';
import { filesIn, type NamedFile } from '../content/files.ts';
import { awaitMedia, readyMediaIds, type Awaited } from './await-media.ts';
import { mediaTasks } from './jobs.ts';
import type { MediaParts } from './media-parts.ts';
import { png } from './test/files.ts';

const day = 86_400_000;

let stage: MetaStage;
let drain: Drain;
let numberId: string;
let workspaceId: string;
/** How many times a file went to Meta. */
let uploads = 0;
beforeAll(async () => {
  stage = await openMetaStage();
  const { db, clock, database, media } = stage.app;
  ({ workspaceId } = stage.owner);
  await stage.owner.api.post('/numbers/connections', silks);
  const [row] = await database.asOwner<{ id: string }>(
    'select number_id as id from numbers where phone_number_id = $1',
    [silksNumber],
  );
  numberId = row!.id;
  const log = createLogger({ level: 'silent' });
  const asOwner = (text: string, values?: unknown[]) => database.asOwner(text, values);
  drain = await createDrain({ db, clock, tasks: mediaTasks, parts: { media: counted(media) }, log, asOwner });
});
afterAll(async () => {
  await drain.close();
  await stage[Symbol.asyncDispose]();
});
beforeEach(() => stage.app.database.asOwner('truncate outbox, media_waits'));

function counted(media: MediaParts): MediaParts {
  const { graph } = media.numbers;
  const request: typeof graph.request = (url, given) => {
    if (given?.method === 'POST' && new URL(url).pathname.endsWith('/media')) uploads++;
    return graph.request(url, given);
  };
  return { ...media, numbers: { ...media.numbers, graph: { ...graph, request } } };
}

let sizes = 10;
async function uploaded(bytes = png(sizes++, 3), as = 'image'): Promise<string> {
  const { app, owner } = stage;
  const response = await fetch(`${app.url}/api/v1/media?as=${as}`, {
    method: 'POST',
    headers: { ...owner.api.headers, origin: app.url, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  return ((await response.json()) as { mediaId: string }).mediaId;
}

const image = (mediaId: string): NamedFile => ({ kind: 'image', mediaId });

/** As `send` does it: the message, what it waits for, and its place in the outbox. */
async function queue(files: NamedFile[], messageId = newId(stage.app.clock.now())) {
  const { app } = stage;
  const awaited = await app.db.inWorkspace({ workspaceId, actor: { kind: 'system', id: 'test' } }, (tx) =>
    awaitMedia(tx, [{ workspaceId, numberId, messageId, files }]),
  );
  if (!awaited.impossible.has(messageId)) await plant(messageId, awaited);
  return { messageId, ...awaited };
}

async function plant(messageId: string, { waiting }: Awaited): Promise<void> {
  const { database, clock } = stage.app;
  const values = [workspaceId, messageId, numberId, clock.now()];
  await database.asOwner(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
       content, at, status, created_at)
     values ($1, $2, $2, $2, $3, 'out', 'agent', 'image', '{}', $4, 'queued', $4)`,
    values,
  );
  await database.asOwner(
    `insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, class, priority, state, hold,
       due_at, deadline_at, queued_at)
     values ($1, $2, $3, $2, $2, 'reply', 1, $5, $6, $4, $4, $4)`,
    [...values, waiting.has(messageId) ? 'waiting' : 'ready', waiting.has(messageId) ? 'media' : null],
  );
}

const states = async (): Promise<string[]> => {
  const rows = await stage.app.database.asOwner<{ state: string; hold: string | null }>(
    'select state, hold from outbox order by message_id',
  );
  return rows.map(({ state, hold }) => [state, hold].filter(Boolean).join(' '));
};
async function metaId(mediaId: string): Promise<string | undefined> {
  const pair = { workspaceId, numberId, mediaId };
  const ids = await stage.app.db.acrossWorkspaces('dispatch', (tx) => readyMediaIds(tx, [pair]));
  return ids.get(`${workspaceId} ${mediaId} ${numberId}`);
}

test('a message waits until its file is at Meta, and the next ones of the same file do not', async () => {
  const mediaId = await uploaded();
  const before = uploads;
  for (let count = 0; count < 3; count++) await queue([image(mediaId)]);
  expect(await states()).toEqual(['waiting media', 'waiting media', 'waiting media']);
  await drain.run();
  expect(await states()).toEqual(['ready', 'ready', 'ready']);
  expect(uploads).toBe(before + 1);
  const queued = await stage.app.database.asOwner(`select data from events where type = 'messages.queued'`);
  expect(queued).toEqual([{ data: { numberIds: [numberId], count: 3, sourceId: null } }]);
  expect((await queue([image(mediaId)])).waiting.size).toBe(0);
  await drain.run();
  expect(uploads).toBe(before + 1);
});

test('a message with two files waits for both', async () => {
  const [first, second] = [await uploaded(), await uploaded()];
  stage.order('POST number/media', { type: 'reset-before' });
  await queue([image(first), image(second)]);
  expect((await drain.run({ failuresExpected: true })).failures).toHaveLength(1);
  // One of them is there.
  expect([await metaId(first), await metaId(second)].filter(Boolean)).toHaveLength(1);
  expect(await states()).toEqual(['waiting media']);
  stage.app.clock.advance(60_000);
  await drain.run();
  expect(await states()).toEqual(['ready']);
});

test('what Meta has is sent by its id, and shown to the customer', async () => {
  const mediaId = await uploaded();
  await queue([image(mediaId)]);
  await drain.run();
  const content: OutgoingContent = { type: 'image', image: { media: mediaId, caption: 'Silk' } };
  expect(filesIn(content)).toEqual([image(mediaId)]);
  const mediaIds = new Map([[mediaId, (await metaId(mediaId))!]]);
  const message = buildMessage(content, { address: { to: '+919876543210' }, mediaIds });
  const graph = createGraphClient({
    ...stage.app.numbers.graph,
    token: silks.token,
    appSecret: silks.appSecret,
  });
  expect(await graph.sendMessage({ numberId: silksNumber, message })).toMatchObject({ outcome: 'accepted' });
});

test('Meta forgets uploads: before that a new one is made', async () => {
  const mediaId = await uploaded();
  await queue([image(mediaId)]);
  await drain.run();
  const before = await metaId(mediaId);
  stage.app.clock.advance(29 * day - 30 * 60_000);
  expect(await metaId(mediaId)).toBeUndefined();
  expect((await queue([image(mediaId)])).waiting.size).toBe(1);
  await drain.run();
  expect(await metaId(mediaId)).not.toBe(before);
  stage.app.clock.advance(-29 * day + 30 * 60_000);
});

test('a Meta that is away is asked again; one that refuses fails the message with the reason', async () => {
  const mediaId = await uploaded();
  stage.order('POST number/media', { type: 'reset-before' });
  const { messageId } = await queue([image(mediaId)]);
  expect((await drain.run({ failuresExpected: true })).failures).toHaveLength(1);
  expect(await states()).toEqual(['waiting media']);
  stage.app.clock.advance(60_000);
  await drain.run();
  expect(await states()).toEqual(['ready']);
  stage.order('POST number/media', { type: 'error', code: 131053 });
  const refused = await queue([image(await uploaded())]);
  await drain.run();
  const rows = await stage.app.database.asOwner<{ id: string }>(
    `select message_id as id, status, reason, error from messages where message_id = any($1) order by message_id`,
    [[messageId, refused.messageId]],
  );
  expect(rows).toMatchObject([
    { id: messageId, status: 'queued' },
    { id: refused.messageId, status: 'failed', reason: 'media', error: { reason: 'meta_131053' } },
  ]);
  expect(await states()).toEqual(['ready']);
  const told = await stage.app.database.asOwner(`select data from events where type = 'message.failed'`);
  expect(told).toMatchObject([{ data: { messageId: refused.messageId, reason: 'media' } }]);
});

test('what cannot be sent is told before it is queued', async () => {
  const paper = await uploaded(Buffer.from('a letter'), 'document');
  const cases: [NamedFile, string][] = [
    [image(newId(stage.app.clock.now())), 'not stored'],
    [image(paper), 'image/jpeg'],
    [{ kind: 'sticker', mediaId: await uploaded() }, 'image/webp'],
  ];
  for (const [file, words] of cases) {
    const { messageId, impossible } = await queue([file]);
    expect(impossible.get(messageId)).toContain(words);
  }
  expect((await queue([{ kind: 'document', mediaId: paper }])).impossible.size).toBe(0);
});
