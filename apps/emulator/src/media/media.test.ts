import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dental, silks, token } from '../directory/test/two-shops.ts';
import { textAt } from '../graph/test/served.ts';
import { temporaryFolder } from '../world/test/temporary.ts';
import { linesOfJournal, morning } from '../world/test/worlds.ts';
import { jpeg, mp4, opus, pdf, png } from './test/samples.ts';
import { formOf, mediaOf, serveMedia } from './test/served-media.ts';

const day = 86_400_000;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an upload', () => {
  test('has an id, is told of as Meta does, and can be downloaded', async () => {
    const { upload, ask, download, url } = await serveMedia();
    const bytes = jpeg();
    const { status, body } = await upload(bytes, 'image/jpeg');
    expect([status, Object.keys(body)]).toEqual([200, ['id']]);
    const told = await ask(`/v25.0/${String(body.id)}`);
    expect(told.body).toEqual({
      messaging_product: 'whatsapp',
      url: expect.stringMatching(
        /\/lookaside\/whatsapp_business\/attachments\/\?mid=\d+&source=getMedia&ext=\d+&hash=AR[\w-]+$/,
      ) as string,
      mime_type: 'image/jpeg',
      sha256: sha256(bytes),
      file_size: String(bytes.length),
      id: body.id,
    });
    expect(textAt(told, 'url').startsWith(url)).toBe(true);
    const loaded = await download(textAt(told, 'url'));
    expect([loaded.status, loaded.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await loaded.arrayBuffer())).toEqual(Buffer.from(bytes));
  });

  test('lies on the disk, equal contents once', async () => {
    const { upload, world } = await serveMedia();
    const ids = [await upload(pdf, 'application/pdf'), await upload(pdf, 'application/pdf')].map(
      (one) => one.body.id,
    );
    expect(new Set(ids).size).toBe(2);
    expect(readdirSync(path.join(world.folder, 'media'))).toEqual([sha256(pdf)]);
  });

  test('needs the product, the file and one of the types', async () => {
    const { ask, upload } = await serveMedia();
    const messageOf = async (body: object): Promise<unknown> =>
      (await ask(mediaOf, { body })).body.error?.message;
    const without = formOf(png(), 'image/png');
    without.delete('messaging_product');
    expect(await messageOf(without)).toBe('(#100) The parameter messaging_product is required.');
    expect(await messageOf(formOf(png(), 'image/png', { messaging_product: 'sms' }))).toContain(
      'must be one of {WHATSAPP}',
    );
    const empty = formOf(png(), 'image/png');
    empty.delete('file');
    expect(await messageOf(empty)).toBe('(#100) The parameter file is required.');
    const { status, body } = await upload(png(), 'application/octet-stream');
    expect(status).toBe(400);
    expect(body.error?.message).toMatch(
      /^\(#100\) Param file must be a file with one of the following types: audio\/aac, .*video\/3gpp\. Received file of type 'application\/octet-stream'\.$/,
    );
  });

  test.each([
    ['JSON', { messaging_product: 'whatsapp', file: '@saree.jpg', type: 'image/jpeg' }],
    ['a plain form', new URLSearchParams({ messaging_product: 'whatsapp', file: '@saree.jpg' })],
  ])('cannot come as %s', async (_, body) => {
    const { ask } = await serveMedia();
    const answer = await ask(mediaOf, { body });
    expect(answer.body.error?.message).toMatch(/^\(#100\) Param file must be a file/);
  });

  test('larger than its kind may be, or empty, is refused', async () => {
    const { upload, media } = await serveMedia();
    const large = await upload(Buffer.concat([png(), Buffer.alloc(5 * 1024 * 1024)]), 'image/png');
    expect(large.body.error).toMatchObject({ code: 131053 });
    expect((await upload(new Uint8Array(), 'image/png')).body.error).toMatchObject({ code: 131053 });
    expect(media.known.size).toBe(0);
    expect(media.files.known.size).toBe(0);
  });

  test('keeps the type that it came with, and its name', async () => {
    const { upload, media } = await serveMedia();
    const { body } = await upload(opus(), 'audio/ogg; codecs=opus');
    expect(media.find(String(body.id))?.file).toMatchObject({
      mime: 'audio/ogg; codecs=opus',
      name: 'saree.bin',
    });
  });

  test('needs the scope for messages and one’s own number', async () => {
    const { upload, ask, directory } = await serveMedia();
    expect(
      (await ask(mediaOf, { body: formOf(png(), 'image/png'), token: dental.token })).body.error,
    ).toMatchObject({ code: 200 });
    directory.tokens.change(token.id, { scopes: ['whatsapp_business_management'] });
    expect((await upload(png(), 'image/png')).body.error).toMatchObject({ code: 10 });
  });
});

describe('media', () => {
  test('are only for their account, and on wish only for their number', async () => {
    const { upload, ask } = await serveMedia();
    const id = String((await upload(png(), 'image/png')).body.id);
    expect((await ask(`/v25.0/${id}`, { token: dental.token })).body.error).toMatchObject({ code: 200 });
    expect((await ask(`/v25.0/${id}?phone_number_id=${silks.numberId}`)).status).toBe(200);
    for (const method of ['GET', 'DELETE']) {
      const { body } = await ask(`/v25.0/${id}?phone_number_id=${dental.numberId}`, { method });
      expect(body.error).toMatchObject({ code: 100, error_subcode: 33 });
    }
    expect((await ask(`/v25.0/${id}?fields=url`)).body).toHaveProperty('url');
  });

  test('are gone when they are deleted', async () => {
    const { upload, ask, download } = await serveMedia();
    const id = String((await upload(png(), 'image/png')).body.id);
    const url = textAt(await ask(`/v25.0/${id}`), 'url');
    expect((await ask(`/v25.0/${id}`, { method: 'DELETE' })).body).toEqual({ success: true });
    expect((await ask(`/v25.0/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await download(url)).status).toBe(404);
  });

  test('of a business live thirty days, those of customers seven, others as long as was asked', async () => {
    const { upload, media, world } = await serveMedia();
    const own = String((await upload(png(), 'image/png')).body.id);
    const brief = String((await upload(png(), 'image/png', { ttl_minutes: '60' })).body.id);
    const { id: theirs } = await media.store({
      bytes: mp4,
      type: 'video/mp4',
      numberId: silks.numberId,
      source: 'customer',
    });
    const alive = () => [own, brief, theirs].map((id) => media.find(id) !== undefined);
    await world.travel(3_599_000);
    expect(alive()).toEqual([true, true, true]);
    await world.travel(1000);
    expect(alive()).toEqual([true, false, true]);
    await world.travel(7 * day - 3_600_000);
    expect(alive()).toEqual([true, false, false]);
    await world.travel(23 * day);
    expect(alive()).toEqual([false, false, false]);
    expect((await upload(png(), 'image/png', { ttl_minutes: '59' })).body.error).toMatchObject({ code: 100 });
  });

  test('are there again in a world that is taken up, also when they had expired since', async () => {
    const folder = temporaryFolder();
    const { upload, world, media, ask, download } = await serveMedia({ folder });
    const id = String((await upload(png(), 'image/png')).body.id);
    await world.save();
    await world.travel(31 * day);
    expect(media.find(id)).toBeUndefined();
    await world.load();
    expect((await download(textAt(await ask(`/v25.0/${id}`), 'url'))).status).toBe(200);
    await world.travel(31 * day);
    expect(media.find(id)).toBeUndefined();
  });
});

describe('a download', () => {
  test('ends after five minutes', async () => {
    const { upload, ask, download, world } = await serveMedia();
    const id = String((await upload(png(), 'image/png')).body.id);
    const url = textAt(await ask(`/v25.0/${id}`), 'url');
    await world.travel(299_000);
    expect((await download(url)).status).toBe(200);
    await world.travel(2000);
    expect((await download(url)).status).toBe(404);
    expect((await download(textAt(await ask(`/v25.0/${id}`), 'url'))).status).toBe(200);
  });

  test('is not found without a token, with a wrong or another’s one, or with a link that was tampered with', async () => {
    const { upload, ask, download, directory } = await serveMedia();
    const id = String((await upload(png(), 'image/png')).body.id);
    const url = textAt(await ask(`/v25.0/${id}`), 'url');
    directory.tokens.put({ ...token, id: '9', value: 'EAAold', expiresAt: morning });
    const bearers = ['EAAnobody', dental.token, 'EAAold'].map((value) => ({
      authorization: `Bearer ${value}`,
    }));
    for (const headers of [{}, ...bearers]) {
      const answer = await download(url, headers);
      expect([answer.status, await answer.text()]).toEqual([404, '']);
    }
    expect((await download(url.replace(/ext=\d+/, 'ext=99999999999'))).status).toBe(404);
    expect((await download(url.replace(/mid=\d+/, 'mid=1'))).status).toBe(404);
    expect((await download(url.replace(/hash=.*/, ''))).status).toBe(404);
    expect(
      (await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token.value}` } })).status,
    ).toBe(404);
    expect((await download(url, { authorization: `OAuth ${token.value}` })).status).toBe(200);
  });

  test('needs no proof of the app’s secret, which is for Graph', async () => {
    const { upload, ask, download, directory } = await serveMedia();
    const id = String((await upload(png(), 'image/png')).body.id);
    const url = textAt(await ask(`/v25.0/${id}`), 'url');
    directory.apps.change(token.appId, { requireSecretProof: true });
    expect((await ask(`/v25.0/${id}`)).body.error).toMatchObject({ code: 100 });
    expect((await download(url)).status).toBe(200);
  });

  test('may be of a part, and is written down', async () => {
    const { upload, ask, download, world } = await serveMedia();
    const url = textAt(await ask(`/v25.0/${String((await upload(mp4, 'video/mp4')).body.id)}`), 'url');
    const part = await download(url, { authorization: `Bearer ${token.value}`, range: 'bytes=4-11' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 4-11/${mp4.length}`,
      'ftypisom',
    ]);
    await expect
      .poll(async () => (await linesOfJournal(world, ['request'])).at(-1))
      .toMatchObject({
        edge: 'GET lookaside',
        status: 206,
      });
  });
});

test('a file that turns out too large on its way leaves nothing behind', async () => {
  const { media, world } = await serveMedia();
  const parts = [Buffer.alloc(3), Buffer.alloc(3)];
  await expect(media.files.keep({ parts, mime: 'text/plain', largest: 5 })).rejects.toThrow(
    'more than 5 bytes',
  );
  expect(readdirSync(path.join(world.folder, 'media'))).toEqual([]);
  expect(media.files.known.size).toBe(0);
});

describe('what a customer sends', () => {
  test('is picked on the phone, seen there, and told to the business with an id of its own each time', async () => {
    const { url, media, ask, download } = await serveMedia();
    const picked = await fetch(`${url}/world/media?name=saree.png`, {
      method: 'POST',
      body: new Uint8Array(png(30, 20)),
      headers: { 'content-type': 'image/png' },
    });
    const sight = (await picked.json()) as { id: string; url: string };
    expect(sight).toMatchObject({ mime: 'image/png', bytes: 29, name: 'saree.png', width: 30, height: 20 });
    expect((await fetch(`${url}${sight.url}`)).headers.get('content-type')).toBe('image/png');
    const [first, second] = [media.wire(sight.id, silks.numberId), media.wire(sight.id, silks.numberId)];
    expect(first?.id).not.toBe(second?.id);
    expect(first).toMatchObject({
      mime_type: 'image/png',
      sha256: createHash('sha256').update(png(30, 20)).digest('base64'),
    });
    expect((await download(first?.url ?? '')).status).toBe(200);
    expect((await ask(`/v25.0/${first?.id}`)).body.sha256).toBe(sha256(png(30, 20)));
    expect(Buffer.from(media.read(sight.id)?.bytes ?? [])).toEqual(Buffer.from(png(30, 20)));
    expect(media.wire('1', silks.numberId)).toBeUndefined();
    expect((await ask(`/v25.0/${sight.id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test('is never a page of the emulator', async () => {
    const { url } = await serveMedia();
    const picked = await fetch(`${url}/world/media`, {
      method: 'POST',
      body: '<script>alert(1)</script>',
      headers: { 'content-type': 'text/html' },
    });
    const { headers } = await fetch(`${url}${((await picked.json()) as { url: string }).url}`);
    expect(headers.get('content-security-policy')).toBe('sandbox');
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
