import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import type { Media } from '@trikon/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { docx, gifWithScript, opus, page, pdf, png, svg, zip } from './test/files.ts';

let app: TestApp;
let owner: Signed;
let stranger: Signed;
beforeAll(async () => {
  app = await startTestApp();
  owner = await buildWorkspace(app);
  stranger = await buildWorkspace(app, 'Pune Paithani');
});
afterAll(() => app.stop());

interface Answer {
  status: number;
  body: Media & { code?: string; detail?: string };
}

async function upload(bytes: Uint8Array, query = '', by: Signed = owner): Promise<Answer> {
  const response = await fetch(`${app.url}/api/v1/media${query}`, {
    method: 'POST',
    headers: { ...by.api.headers, origin: app.url, 'content-type': 'image/png' },
    body: Buffer.from(bytes),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const here = (link: string | null): string => link!.replace(/^https?:\/\/[^/]+/, app.url);
const read = (link: string | null, headers: Record<string, string> = {}) => fetch(here(link), { headers });
const shown = async (mediaId: string, by = owner): Promise<Media> =>
  (await by.api.get<Media>(`/media/${mediaId}`)).body;

test('a picture is stored, told by its bytes, and shown as drawn again', async () => {
  const { status, body } = await upload(png(800, 400), '?fileName=kurta.html');
  expect(status).toBe(201);
  expect(body).toMatchObject({ kind: 'image', state: 'stored', mime: 'image/png', width: 800, height: 400 });
  const thumbnail = await read(body.links.thumbnail);
  expect(thumbnail.headers.get('content-type')).toBe('image/webp');
  expect(thumbnail.headers.get('content-disposition')).toMatch(/^inline/);
  const original = await read(body.links.original);
  expect(original.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''kurta.html`);
  expect(original.headers.get('x-content-type-options')).toBe('nosniff');
  expect(original.headers.get('content-security-policy')).toContain('sandbox');
  expect(Buffer.from(await original.arrayBuffer()).equals(png(800, 400))).toBe(true);
});

test('a document has pages and a picture of the first', async () => {
  const { body } = await upload(pdf);
  expect(body).toMatchObject({ kind: 'document', mime: 'application/pdf', pages: 1 });
  const preview = Buffer.from(await (await read(body.links.preview)).arrayBuffer());
  expect(preview.toString('latin1', 8, 12)).toBe('WEBP');
});

test('a voice note has a length and is played', async () => {
  const { body } = await upload(opus(4_200), '?as=audio');
  expect(body).toMatchObject({ kind: 'audio', mime: 'audio/ogg', durationMs: 4200, playable: true });
});

test('what pretends to be a picture is refused as one, and as a document never opened', async () => {
  for (const [bytes, mime] of [
    [page, 'text/html'],
    [svg, 'image/svg+xml'],
    [gifWithScript, 'image/gif'],
    [zip, 'application/zip'],
  ] as const) {
    const refused = await upload(bytes, '?as=image');
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(refused.body.detail).toContain(mime);
    const { body } = await upload(bytes, '?as=document');
    expect(body).toMatchObject({ mime, links: { thumbnail: null, preview: null } });
    const served = await read(body.links.original);
    expect(served.headers.get('content-type')).toBe('application/octet-stream');
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
  }
  expect((await upload(docx)).body.mime).toContain('wordprocessingml');
});

test('a picture that claims billions of pixels is stored and not opened', async () => {
  const { status, body } = await upload(png(4, 4, { width: 60_000, height: 60_000 }));
  expect(status).toBe(201);
  expect(body.links).toMatchObject({ thumbnail: null, preview: null });
  // Ten thousand by ten thousand real pixels in some hundred kilobytes.
  const bomb = png(10_000, 10_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect((await upload(bomb)).body.links).toMatchObject({ thumbnail: null });
});

test('limits are WhatsApp’s and named', async () => {
  const large = Buffer.concat([png(4, 4), Buffer.alloc(5 * 1024 * 1024)]);
  const refused = await upload(large);
  expect(refused).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(refused.body.detail).toContain('5 MB');
  expect((await upload(large, '?as=document')).status).toBe(201);
  const still = Buffer.concat([webp(512), Buffer.alloc(150_000)]);
  expect((await upload(still, '?as=sticker')).body.detail).toContain('100 KB');
  expect((await upload(webp(100), '?as=sticker')).body.detail).toContain('512');
  expect((await upload(Buffer.alloc(0))).status).toBe(400);
  expect((await upload(pdf, '?as=poem')).status).toBe(400);
});

function webp(size: number): Buffer {
  const head = Buffer.alloc(60);
  head.write('RIFF\0\0\0\0WEBPVP8X', 'latin1');
  head.writeUIntLE(size - 1, 24, 3);
  head.writeUIntLE(size - 1, 27, 3);
  return head;
}

test.each([
  ['a picture', png(33, 7)],
  ['a text', Buffer.from('the same words')],
])('thirty uploads of %s are one file', async (_, bytes) => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => upload(bytes)));
  expect(new Set(answers.map(({ body }) => body.mediaId)).size).toBe(1);
  const rows = await app.database.asOwner(`select from media where sha256 = $1`, [
    createHash('sha256').update(bytes).digest(),
  ]);
  expect(rows).toHaveLength(1);
  expect(await app.database.asOwner(`select from media where state = 'waiting'`)).toEqual([]);
  const other = await upload(bytes, '', stranger);
  expect(other.body.mediaId).not.toBe(answers[0]!.body.mediaId);
});

test('half an upload leaves nothing behind', async () => {
  const count = async () => (await app.database.asOwner('select from media')).length;
  const before = await count();
  const { hostname, port, host } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries({ ...owner.api.headers, origin: app.url, 'content-length': '100000' });
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  socket.write(`POST /api/v1/media HTTP/1.1\r\nhost: ${host}\r\ncontent-type: a/b\r\n${lines}\r\n\r\n`);
  socket.write(png(20, 20));
  await expect.poll(count).toBe(before + 1);
  socket.destroy();
  await expect.poll(count).toBe(before);
});

test('a part of a file is given when it is asked for', async () => {
  const bytes = opus(900);
  const { original } = (await upload(bytes, '?as=audio')).body.links;
  const part = async (range: string) => {
    const answer = await read(original, { range });
    return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength];
  };
  const size = bytes.length;
  expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${size}`, 10]);
  expect(await part('bytes=10-')).toEqual([206, `bytes 10-${size - 1}/${size}`, size - 10]);
  expect(await part('bytes=-5')).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, 5]);
  expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0]);
  expect(await part('bytes=0-1,4-5')).toEqual([200, null, size]);
});

test('a link is good for what it is for and a quarter of an hour, and every other is answered alike', async () => {
  const { body } = await upload(png(12, 12));
  const link = here((await shown(body.mediaId)).links.original);
  expect((await fetch(link)).status).toBe(200);
  const answerTo = async (address: string) => {
    const answer = await fetch(address);
    const { requestId: _, ...problem } = (await answer.json()) as Record<string, unknown>;
    return [answer.status, JSON.stringify(problem)];
  };
  const [, , , , workspaceId, mediaId, , seal] = link.split('/');
  const absent = await answerTo(`${app.url}/media/${workspaceId}/${workspaceId}/original/${seal}`);
  expect(absent[0]).toBe(404);
  const flips = Array.from(seal!).flatMap((character, at) => {
    if (character === '.') return [];
    const flipped = String.fromCharCode(character.charCodeAt(0) ^ 1);
    return /[\w-]/.test(flipped) ? [seal!.slice(0, at) + flipped + seal!.slice(at + 1)] : [];
  });
  expect(flips.length).toBeGreaterThan(40);
  for (const bad of flips) expect(await answerTo(link.replace(seal!, bad))).toEqual(absent);
  for (const bad of [
    link.replace('original', 'thumbnail'),
    link.replace(workspaceId!, stranger.workspaceId),
    link.replace(mediaId!, (await upload(png(13, 13))).body.mediaId),
    `${link}A`,
  ])
    expect(await answerTo(bad)).toEqual(absent);
  app.clock.advance(15 * 60_000);
  expect(await answerTo(link)).toEqual(absent);
  app.clock.advance(-15 * 60_000);
});

test('a file is of its workspace, and of those who may read or send', async () => {
  const { body } = await upload(png(14, 14));
  expect((await stranger.api.get(`/media/${body.mediaId}`)).status).toBe(404);
  const analyst = await buildMember(app, owner.workspaceId, 'analyst');
  expect((await analyst.api.get(`/media/${body.mediaId}`)).status).toBe(403);
  expect((await upload(png(15, 15), '', analyst)).status).toBe(403);
  expect((await upload(png(15, 15), '', { ...owner, api: owner.api.with({ cookie: '' }) })).status).toBe(401);
});

test('a name leads nowhere and hides nothing', async () => {
  const name = encodeURIComponent('../..\\etc/pass\r\nx: y\u202Egpj.exe');
  const { body } = await upload(png(16, 16), `?fileName=${name}`);
  const disposition = (await read(body.links.original)).headers.get('content-disposition')!;
  expect(decodeURIComponent(disposition.split(`''`)[1]!)).toBe('_.._etc_pass__x_ y_gpj.exe');
});
