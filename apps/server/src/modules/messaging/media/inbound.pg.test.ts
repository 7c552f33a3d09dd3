import { createHash } from 'node:crypto';
import { createGraphClient } from '@trikon/whatsapp/client';
import type { Media } from '@trikon/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../../../../test/meta/stage.ts';
import { newId } from '../../../platform/ids/index.ts';
import { createDrain, type Drain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { objectPrefix } from '../../../platform/storage/index.ts';
import { mediaTasks } from './jobs.ts';
import type { MediaParts } from './media-parts.ts';
import { noteInboundMedia, type InboundFile } from './note-inbound.ts';
import { mediaEraser } from './erase-media.ts';
import { dropOldMedia } from './retention.ts';
import { enqueueSystem } from '../../../platform/jobs/index.ts';
import { page, png } from './test/files.ts';
import { downloadFrom } from './test/stand-in.ts';

const day = 86_400_000;

let stage: MetaStage;
let numberId: string;
const drains: Drain[] = [];
beforeAll(async () => {
  stage = await openMetaStage();
  await stage.owner.api.post('/numbers/connections', silks);
  const [row] = await stage.app.database.asOwner<{ id: string }>(
    'select number_id as id from numbers where phone_number_id = $1',
    [silksNumber],
  );
  numberId = row!.id;
});
afterAll(async () => {
  for (const drain of drains) await drain.close();
  await stage[Symbol.asyncDispose]();
});

async function drainWith(media: MediaParts): Promise<Drain> {
  const { db, clock, database } = stage.app;
  const log = createLogger({ level: 'silent' });
  const asOwner = (text: string, values?: unknown[]) => database.asOwner(text, values);
  const drain = await createDrain({ db, clock, tasks: mediaTasks, parts: { media }, log, asOwner });
  drains.push(drain);
  return drain;
}

const graph = () =>
  createGraphClient({ ...stage.app.numbers.graph, token: silks.token, appSecret: silks.appSecret });
const atMeta = async (bytes: Buffer, type = 'image/png'): Promise<string> =>
  (await graph().uploadMedia({ numberId: silksNumber, name: 'a', type, bytes })).id;

/** As processing does it when a customer's message came. */
async function receive(metaMediaId: string, more: Partial<InboundFile> = {}): Promise<string> {
  const { db, clock } = stage.app;
  const [mediaId] = await db.acrossWorkspaces('processing', (tx) =>
    noteInboundMedia(tx, [
      {
        workspaceId: stage.owner.workspaceId,
        numberId,
        messageId: newId(clock.now()),
        contactId: newId(clock.now()),
        kind: 'image',
        metaMediaId,
        ...more,
      },
    ]),
  );
  return mediaId!;
}

const shown = async (mediaId: string): Promise<Media> =>
  (await stage.owner.api.get<Media>(`/media/${mediaId}`)).body;

/** What the file of a message is in the end, however often it is tried. */
async function settled(mediaId: string, drain: Drain): Promise<Media> {
  for (let tries = 0; tries < 40 && (await shown(mediaId)).state === 'waiting'; tries++) {
    await drain.run({ failuresExpected: true });
    stage.app.clock.advance(7 * 3_600_000);
  }
  return shown(mediaId);
}

async function objects(mediaId: string): Promise<string[]> {
  const found: string[] = [];
  const prefix = objectPrefix(stage.owner.workspaceId, 'media', mediaId);
  for await (const { key } of stage.app.media.storage.list(prefix)) found.push(key);
  return found;
}

test('what a customer sends is fetched once, compared with its hash, told of and shown', async () => {
  const drain = await drainWith(stage.app.media);
  const bytes = png(640, 480);
  const metaId = await atMeta(bytes);
  const messageId = newId(stage.app.clock.now());
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const mediaId = await receive(metaId, { sha256, fileName: 'sari.png', messageId });
  expect(await receive(metaId)).toBe(mediaId);
  await drain.run();
  expect(await shown(mediaId)).toMatchObject({
    state: 'stored',
    mime: 'image/png',
    width: 640,
    size: bytes.length,
  });
  const { body } = await stage.owner.api.get<{ media: Media[] }>(`/media?messageIds=${messageId}`);
  expect(body.media.map((one) => one.mediaId)).toEqual([mediaId]);
  const told = await stage.app.database.asOwner(`select data from events where type = 'media.fetched'`);
  expect(told).toEqual([{ data: { mediaId, messageId, state: 'stored' } }]);
});

describe('what goes wrong at Meta', () => {
  test('an id that Meta has forgotten is told at once', async () => {
    const drain = await drainWith(stage.app.media);
    expect(await settled(await receive('99999999'), drain)).toMatchObject({
      state: 'expired',
      reason: 'gone_at_meta',
      links: { original: null },
    });
  });

  test('a hash that is not the file’s is tried again, and never stored', async () => {
    const drain = await drainWith(stage.app.media);
    const sha256 = createHash('sha256').update('another').digest('hex');
    const mediaId = await receive(await atMeta(png(5, 5)), { sha256 });
    const media = await settled(mediaId, drain);
    expect(media.links.original).toBeNull();
    expect(media).toMatchObject({ state: 'failed', reason: 'wrong_hash' });
    expect(await objects(mediaId)).toEqual([]);
  });

  test('a download that is cut short or drips is tried again until it is whole', async () => {
    const bytes = png(300, 300);
    let downloads = 0;
    const { media, close } = await downloadFrom(stage.app.media, (_, response) => {
      downloads++;
      if (downloads > 2) {
        response.end(bytes);
        return;
      }
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 100), () => {
        if (downloads === 1) response.destroy();
      });
    });
    const drain = await drainWith({ ...media, downloadMilliseconds: 300 });
    const mediaId = await receive(await atMeta(bytes));
    const { failures } = await drain.run({ failuresExpected: true });
    expect(failures).toHaveLength(1);
    expect(await shown(mediaId)).toMatchObject({ state: 'waiting' });
    expect(await objects(mediaId)).toEqual([]);
    stage.app.clock.advance(60_000);
    expect((await drain.run({ failuresExpected: true })).failures).toHaveLength(1);
    stage.app.clock.advance(60_000);
    await drain.run();
    expect(downloads).toBe(3);
    expect(await shown(mediaId)).toMatchObject({ state: 'stored', size: bytes.length });
    await close();
  });

  test('more than may come of a file is not waited for', async () => {
    const { media, close } = await downloadFrom(stage.app.media, (_, response) => {
      response.writeHead(200, { 'content-length': 200 * 1024 * 1024 });
      response.write(png(2, 2));
    });
    const drain = await drainWith(media);
    expect(await settled(await receive(await atMeta(png(6, 6))), drain)).toMatchObject({
      state: 'refused',
      reason: 'too_large',
    });
    await close();
  });
});

test('a page that is called a picture is refused; called a document it is kept, and only ever saved', async () => {
  const drain = await drainWith(stage.app.media);
  const metaId = await atMeta(page, 'image/jpeg');
  const picture = await receive(metaId, { mime: 'image/jpeg', fileName: 'a.jpg' });
  expect(await settled(picture, drain)).toMatchObject({ state: 'refused', reason: 'not_image' });
  expect(await objects(picture)).toEqual([]);
  const paper = await receive(await atMeta(page, 'text/plain'), { kind: 'document', fileName: 'a.jpg' });
  const kept = await settled(paper, drain);
  expect(kept).toMatchObject({ state: 'stored', mime: 'text/html' });
  const served = await fetch(kept.links.original!.replace(/^https?:\/\/[^/]+/, stage.app.url));
  expect(served.headers.get('content-type')).toBe('application/octet-stream');
  expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('the operator’s scanner has the last word, and when it is away files wait', async () => {
  let away = true;
  const media: MediaParts = {
    ...stage.app.media,
    scan: ({ bytes }) => {
      if (away) return Promise.reject(new Error('away'));
      return Promise.resolve(bytes.length > 150 ? { clean: false, name: 'Eicar' } : { clean: true });
    },
  };
  const drain = await drainWith(media);
  const good = await receive(await atMeta(png(2, 2)));
  const bad = await receive(await atMeta(png(900, 900)));
  expect((await drain.run({ failuresExpected: true })).failures).toHaveLength(2);
  expect(await shown(good)).toMatchObject({ state: 'waiting', links: { original: null } });
  away = false;
  expect(await settled(good, drain)).toMatchObject({ state: 'stored' });
  const quarantined = await settled(bad, drain);
  expect(quarantined).toMatchObject({ state: 'quarantined', reason: 'scanner: Eicar' });
  expect(quarantined.links).toMatchObject({ original: null, thumbnail: null, preview: null });
});

test('files go when they were kept long enough, and a customer’s when they are to be forgotten', async () => {
  const { app, owner } = stage;
  const drain = await drainWith({ ...app.media, keptDays: 2 });
  const contactId = newId(app.clock.now());
  const [old, his] = [
    await receive(await atMeta(png(7, 7))),
    await receive(await atMeta(png(8, 8)), { contactId }),
  ];
  await drain.run();
  const link = (await shown(his)).links.original!.replace(/^https?:\/\/[^/]+/, app.url);
  expect((await fetch(link)).status).toBe(200);
  const { storage } = app.media;
  const erasing = { storage, inSystem: app.db.acrossWorkspaces.bind(app.db, 'maintenance') };
  const person = { workspaceId: owner.workspaceId, contactIds: [contactId], names: [] };
  expect(await mediaEraser.erase(erasing as never, person)).toMatchObject({ files: 1 });
  expect((await fetch(link)).status).toBe(404);
  expect(await objects(his)).toEqual([]);
  expect(await shown(old)).toMatchObject({ state: 'stored' });
  app.clock.advance(3 * day);
  const fresh = await receive(await atMeta(png(9, 9)));
  await app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, dropOldMedia, {}));
  await drain.run();
  expect(await shown(old)).toMatchObject({ state: 'expired', reason: 'kept_long_enough' });
  expect(await objects(old)).toEqual([]);
  expect(await shown(fresh)).toMatchObject({ state: 'stored' });
});
