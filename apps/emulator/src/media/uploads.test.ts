import { connect } from 'node:net';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { app, token } from '../directory/test/two-shops.ts';
import { temporaryFolder } from '../world/test/temporary.ts';
import { linesOfJournal } from '../world/test/worlds.ts';
import { pdf, png } from './test/samples.ts';
import { serveMedia, type ServedMedia } from './test/served-media.ts';

const begin = async ({ ask }: ServedMedia, more: Record<string, unknown> = {}): Promise<string> => {
  const query = new URLSearchParams({
    file_name: 'saree.png',
    file_length: '29',
    file_type: 'image/png',
    ...(more as object),
  });
  const { body } = await ask(`/v25.0/${app.id}/uploads?${query.toString()}`, { method: 'POST' });
  return String(body.id);
};

const send = ({ ask }: ServedMedia, id: string, offset: number, bytes: Uint8Array) =>
  ask(`/v25.0/${id}`, {
    token: null,
    body: new Uint8Array(bytes),
    headers: { authorization: `OAuth ${token.value}`, file_offset: String(offset) },
  });

describe('a resumable upload', () => {
  test('begins with a session, takes the bytes and ends in a handle', async () => {
    const served = await serveMedia();
    const id = await begin(served);
    expect(id).toMatch(/^upload:[\w-]+\?sig=AR\w+$/);
    const { status, body } = await send(served, id, 0, png());
    expect([status, Object.keys(body)]).toEqual([200, ['h']]);
    const handle = String(body.h);
    expect(handle).toMatch(/^4::aW1hZ2UvcG5n:AR/);
    expect(served.media.handle(handle)).toMatchObject({
      appId: app.id,
      file: { mime: 'image/png', size: 29, name: 'saree.png', traits: { found: 'image/png' } },
    });
    expect(served.media.handle('4::nobody')).toBeUndefined();
  });

  test('may be looked at by everybody once it is there', async () => {
    const served = await serveMedia();
    const { body } = await send(served, await begin(served), 0, png());
    const address = `${served.url}${served.media.handle(String(body.h))?.path}`;
    const seen = await fetch(address);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(`${served.url}/lookaside/v/constructor`)).status).toBe(404);
  });

  test('goes on where it stopped', async () => {
    const served = await serveMedia();
    const id = await begin(served);
    expect((await send(served, id, 0, png().subarray(0, 10))).body).toEqual({ id, file_offset: 10 });
    expect((await served.ask(`/v25.0/${id}`)).body).toEqual({ id, file_offset: 10 });
    expect((await send(served, id, 5, png().subarray(5))).body.error?.message).toContain(
      'file_offset must be 10',
    );
    expect((await send(served, id, 10, png().subarray(10))).body).toHaveProperty('h');
    expect((await send(served, id, 29, new Uint8Array(0))).body.error).toMatchObject({ code: 100 });
  });

  test('keeps what came before the connection broke', async () => {
    const served = await serveMedia();
    const id = await begin(served);
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.write(
      `POST /v25.0/${id} HTTP/1.1\r\nHost: x\r\nAuthorization: OAuth ${token.value}\r\nfile_offset: 0\r\nContent-Length: 29\r\n\r\n`,
    );
    socket.write(png().subarray(0, 12), () => setTimeout(() => socket.destroy(), 20));
    await expect.poll(async () => (await served.ask(`/v25.0/${id}`)).body.file_offset).toBe(12);
    expect((await send(served, id, 12, png().subarray(12))).body).toHaveProperty('h');
  });

  test('goes on in a world that was taken up, and forgets what was written after the snapshot', async () => {
    const folder = temporaryFolder();
    const before = await serveMedia({ folder });
    const id = await begin(before);
    await send(before, id, 0, png().subarray(0, 10));
    await before.world.save();
    await send(before, id, 10, png().subarray(10, 20));
    await before.world.load();
    expect((await before.ask(`/v25.0/${id}`)).body.file_offset).toBe(10);
    const { body } = await send(before, id, 10, png().subarray(10));
    expect(before.media.handle(String(body.h))?.file).toMatchObject({ size: 29, traits: { width: 4 } });
    expect(readdirSync(path.join(folder, 'media')).filter((name) => name.startsWith('unfinished'))).toEqual(
      [],
    );
  });

  test('is the same file however it was cut', async () => {
    const served = await serveMedia();
    const whole = Buffer.concat([pdf, Buffer.from('x'.repeat(500))]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 5 }), async (cuts) => {
        const id = await begin(served, { file_length: whole.length, file_type: 'application/pdf' });
        const places = [0, ...cuts.sort((one, other) => one - other), whole.length];
        let handle = '';
        for (let at = 1; at < places.length; at++) {
          const [from = 0, to] = [places[at - 1], places[at]];
          if (from === whole.length) break;
          handle = String((await send(served, id, from, whole.subarray(from, to))).body.h);
        }
        const file = served.media.handle(handle)?.file;
        expect([
          file?.size,
          served.media.files.known.filter(({ sha256 }) => sha256 !== file?.sha256),
        ]).toEqual([whole.length, []]);
      }),
      { numRuns: 15 },
    );
  });

  test('is refused with wrong figures, another’s token, or a wrong signature', async () => {
    const served = await serveMedia();
    const uploads = `/v25.0/${app.id}/uploads`;
    const codeOf = async (query: string) =>
      (await served.ask(`${uploads}?${query}`, { method: 'POST' })).body.error?.message;
    expect(await codeOf('file_type=image/png')).toContain('file_length is required');
    expect(await codeOf('file_length=0&file_type=image/png')).toContain('file_length must be');
    expect(await codeOf('file_length=104857601&file_type=image/png')).toContain('file_length must be');
    expect(await codeOf('file_length=5')).toContain('file_type is required');
    expect(await codeOf('file_length=5&file_type=text/html')).toContain('file_type must be one of');
    const id = await begin(served);
    expect((await send(served, id, 0, new Uint8Array(30))).body.error?.message).toContain(
      'more than the 29 bytes',
    );
    expect((await send(served, id.replace(/sig=.*/, 'sig=x'), 0, png())).body.error).toMatchObject({
      code: 100,
    });
    served.directory.apps.put({ ...app, id: '2' });
    served.directory.tokens.put({ ...token, id: '9', value: 'EAAother', appId: '2' });
    expect((await served.ask(`/v25.0/${id}`, { token: 'EAAother' })).body.error).toMatchObject({ code: 200 });
    expect((await served.ask(uploads, { token: 'EAAother', body: {} })).body.error).toMatchObject({
      code: 200,
    });
    expect((await served.ask(`/v25.0/${id}`, { token: null })).body.error).toMatchObject({ code: 104 });
    expect(JSON.stringify(await linesOfJournal(served.world, ['state']))).not.toContain(id.split('sig=')[1]);
  });
});
