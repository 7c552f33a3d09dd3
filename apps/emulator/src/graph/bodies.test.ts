import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silks, token } from '../directory/test/two-shops.ts';
import { linesOfJournal } from '../world/test/worlds.ts';
import { readMultipart } from './multipart.ts';
import { paramsOf } from './params.ts';
import { hideSecrets } from './record.ts';
import { serveGraph } from './test/served.ts';

const echo = `/v25.0/${silks.numberId}/echo`;

describe('bodies', () => {
  test('are JSON, forms and queries, of which the body wins', async () => {
    const { ask } = await serveGraph();
    const json = await ask(`${echo}?a=query&q={"deep":[1]}`, { body: { a: 'body', n: 1 } });
    expect(json.body.params).toEqual({ a: 'body', n: 1, q: { deep: [1] } });
    const form = await ask(echo, {
      body: new URLSearchParams('list[]=1&list[]=2&object={"x":"y"}&half={"x"'),
    });
    expect(form.body.params).toEqual({ list: ['1', '2'], object: { x: 'y' }, half: '{"x"' });
    expect((await ask(echo, { method: 'POST' })).body.params).toEqual({});
  });

  test('of forms may nest in names, as PHP writes them', async () => {
    const { ask } = await serveGraph();
    const form =
      'text[body]=hi&rows[0][id]=a&rows[1][id]=b&to[]=1&to[]=2&odd[=x&[y]=z&codes={"0":1}&__proto__[a]=1';
    const { body } = await ask(echo, { body: new URLSearchParams(form) });
    expect(JSON.stringify(body.params)).toBe(
      JSON.stringify({
        'odd[': 'x',
        '[y]': 'z',
        codes: { 0: 1 },
        text: { body: 'hi' },
        rows: [{ id: 'a' }, { id: 'b' }],
        to: ['1', '2'],
        ['__proto__']: { a: '1' },
      }),
    );
  });

  test('of forms cost no more for each place the more there are', () => {
    const params = paramsOf(new URLSearchParams('a[]=1&'.repeat(200_000)));
    expect(params.a).toHaveLength(200_000);
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['GZIP', gzipSync],
  ])('may be compressed: %s', async (encoding, compress) => {
    const { ask } = await serveGraph();
    const { body } = await ask(echo, {
      body: compress('{"to":"+91 98765 43210"}'),
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    });
    expect(body.params).toEqual({ to: '+91 98765 43210' });
  });

  test('that are compressed are no larger than others, and have to be whole', async () => {
    const { ask, defects } = await serveGraph();
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const bomb = await ask(echo, { body: gzipSync(Buffer.alloc(50_000_000, ' ')), headers });
    expect([bomb.status, bomb.body.error?.code]).toEqual([413, 1]);
    const broken = await ask(echo, { body: 'no gzip', headers });
    expect([broken.status, broken.body.error?.code]).toEqual([400, 100]);
    expect(defects).toEqual([]);
  });

  test('are multipart, with texts and files', async () => {
    const { ask, world } = await serveGraph();
    const body = new FormData();
    body.append('messaging_product', 'whatsapp');
    body.append('file', new Blob([new Uint8Array(70_000)], { type: 'image/png' }), 'साड़ी "red".png');
    const answer = await ask(echo, { body });
    expect(answer.body).toEqual({
      params: { messaging_product: 'whatsapp' },
      files: [{ field: 'file', name: 'साड़ी "red".png', type: 'image/png', bytes: 70_000 }],
    });
    expect((await linesOfJournal(world, ['request']))[0]?.body).toEqual({
      messaging_product: 'whatsapp',
      '(files)': [{ field: 'file', name: 'साड़ी "red".png', type: 'image/png', bytes: 70_000 }],
    });
  });

  test.each([
    ['half an object', '{"a":', 'application/json'],
    ['a list', '[1]', 'application/json'],
    ['a word', 'hello', 'application/json'],
    ['too deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json'],
    ['multipart without a boundary', 'x', 'multipart/form-data'],
    [
      'multipart without an end',
      '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx',
      'multipart/form-data; boundary=b',
    ],
    [
      'multipart without a name',
      '--b\r\ncontent-type: a/b\r\n\r\nx\r\n--b--',
      'multipart/form-data; boundary=b',
    ],
  ])('that cannot be read are refused with 100: %s', async (_, body, type) => {
    const { ask, defects } = await serveGraph();
    const answer = await ask(echo, { body, headers: { 'content-type': type } });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 100]);
    expect(defects).toEqual([]);
  });

  test('deep texts in forms stay texts', async () => {
    const { ask } = await serveGraph();
    const deep = '['.repeat(500);
    expect((await ask(echo, { body: new URLSearchParams({ deep }) })).body.params).toEqual({ deep });
  });

  test.each([
    ['JSON', '{"__proto__":{"admin":true},"a":1}', 'application/json'],
    ['a form', '__proto__={"admin":true}&a=1', 'application/x-www-form-urlencoded'],
  ])('__proto__ is a name like any other: %s', async (_, body, type) => {
    const { ask } = await serveGraph();
    const answer = await ask(`${echo}?constructor[prototype][x]=1`, {
      body,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toContain('"__proto__":{"admin":true}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('of hundreds of megabytes get Graph’s answer, change nothing and stay out of memory', async () => {
    const { url, directory } = await serveGraph();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const part = Buffer.alloc(1024 * 1024, ' ');
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    const before = process.memoryUsage().rss;
    let most = 0;
    socket.write(
      `POST /v25.0/${silks.numberId}/rename HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token.value}\r\nContent-Type: application/json\r\nContent-Length: ${400 * part.length}\r\n\r\n`,
    );
    for (let sent = 0; sent < 400; sent++) {
      if (!socket.write(part)) await once(socket, 'drain');
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    const answer = (await answered).toString();
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"message":"(#1) Please reduce the amount of data');
    expect(directory.numbers.get(silks.numberId)?.verifiedName).toBe('Surat Silks');
    expect(most).toBeLessThan(200 * 1024 * 1024);
  });

  test('of bytes are counted as they came', async () => {
    const { ask } = await serveGraph();
    const body = new Uint8Array(5_000_000);
    expect((await ask(`/v25.0/${silks.numberId}/bytes`, { body })).body).toEqual({ length: 5_000_000 });
  });

  test('of a caller who goes away in the middle are left, and that is written down', async () => {
    const { url, world, defects } = await serveGraph();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const written = new Promise<void>((resolve) =>
      world.journal.listen((line) => line.includes('"request"') && resolve()),
    );
    socket.write(
      `POST ${echo} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token.value}\r\nContent-Length: 100\r\n\r\n{"a"`,
      () => setTimeout(() => socket.destroy(), 20),
    );
    await written;
    expect((await linesOfJournal(world, ['request']))[0]).toMatchObject({
      status: 0,
      edge: 'POST number/echo',
    });
    expect(defects).toEqual([]);
  });
});

test('an upload of bytes that breaks off hands on what came', async () => {
  const { url, world, defects } = await serveGraph();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(
    `POST /v25.0/${silks.numberId}/bytes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token.value}\r\nContent-Length: 100\r\n\r\nhalf`,
    () => setTimeout(() => socket.destroy(), 20),
  );
  await expect.poll(() => linesOfJournal(world, ['request'])).toHaveLength(1);
  expect((await linesOfJournal(world, ['request']))[0]).toMatchObject({ answer: { length: 4 } });
  expect(defects).toEqual([]);
});

test('multipart bodies come apart as they were put together, whatever bytes are in them', async () => {
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  const part = fc.record({
    field: text.filter((name) => !/[\r\n"\\%]/.test(name)),
    bytes: fc.uint8Array({ maxLength: 300 }),
    isFile: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
      const form = new FormData();
      for (const { field, bytes, isFile } of parts) {
        if (isFile) form.append(field, new Blob([new Uint8Array(bytes)]), 'f.bin');
        else form.append(field, Buffer.from(bytes).toString('hex'));
      }
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      const read = readMultipart(Buffer.from(await sent.arrayBuffer()), type);
      expect(read.texts).toEqual(
        parts
          .filter(({ isFile }) => !isFile)
          .map(({ field, bytes }) => [field, Buffer.from(bytes).toString('hex')]),
      );
      expect(read.files.map(({ field, bytes }) => [field, [...bytes]])).toEqual(
        parts.filter(({ isFile }) => isFile).map(({ field, bytes }) => [field, [...bytes]]),
      );
    }),
  );
});

describe('the journal', () => {
  test('tells each request with its edge, body, status and answer, on lines of JSON', async () => {
    const { ask, world } = await serveGraph();
    await ask(`${echo}?a=1`, {
      body: '{\n "to":\r\n "91\\n98"}',
      headers: { 'content-type': 'application/json' },
    });
    await ask(echo, { body: '{"a":1', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const [first, second] = await linesOfJournal(world, ['request']);
    expect(first).toMatchObject({
      method: 'POST',
      path: echo,
      edge: 'POST number/echo',
      body: { to: '91\n98' },
      status: 200,
    });
    expect(second?.body).toEqual({ '{"a":1': '' });
  });

  test('holds no secret, wherever the caller has put it', async () => {
    const { ask, world } = await serveGraph();
    const secret = 'EAAverysecret';
    const one = {
      method: 'GET',
      relative_url: `1?access_token=${secret}`,
      body: `client_secret=${secret}&a=1`,
    };
    const nested = {
      access_token: secret,
      batch: JSON.stringify([one]),
      data: JSON.stringify({ verify_token: secret }),
    };
    await ask(`${echo}?access_token=${secret}`, { token: secret, body: nested });
    await ask('/', { body: new URLSearchParams({ batch: JSON.stringify([one]), access_token: secret }) });
    await ask(echo, { body: { pin: 246_813, cert: secret, text: 'say "pin" = 1' } });
    await ask(echo, { body: { access_token: token.value, client_secret: secret } });
    const text = JSON.stringify(await linesOfJournal(world));
    expect(text).not.toContain(secret);
    expect(text).not.toContain('246813');
    expect(text).toContain('(hidden)');
  });

  test('stays JSON whatever is hidden in it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.string(),
        fc.constantFrom('pin', 'access_token', 'cert'),
        (value, text, name) => {
          const inner = JSON.stringify({ [name]: text, value, text: `${name}=${text}` });
          const outer = JSON.stringify({ value, [name]: text, inner, form: `${name}=${text}&a=${text}` });
          expect(() => JSON.parse(hideSecrets(outer))).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
