import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from './factories.ts';
import { malformed, notAnObject, notUtf8 } from './requests/malformed-json.ts';
import { expectProblem } from './requests/problem.ts';
import type { RawAnswer } from './requests/request.ts';
import { storedRows } from './stored-rows.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let owner: Signed;
let before: Record<string, string[]>;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
  before = await storedRows(app.database);
});
afterAll(() => app.stop());

afterEach(async () => {
  expect(await storedRows(app.database), 'something was stored').toEqual(before);
  expect((await owner.api.get('/workspace')).status).toBe(200);
});

async function post(
  body: string | Buffer<ArrayBuffer> | undefined,
  headers: Record<string, string> = {},
  path = '/api/v1/roles',
  method = 'POST',
): Promise<RawAnswer> {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', origin: app.url, ...owner.api.headers, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const role = { name: 'Weekend', permissions: ['workspace.read'] };
const writes = [
  ['POST', '/api/v1/roles'],
  ['PATCH', '/api/v1/workspace'],
  ['DELETE', '/api/v1/roles/01a1f737-ed40-7008-b462-862b135c733c'],
  ['POST', '/api/v1/joining'],
  ['POST', '/api/auth/sign-in/email'],
] as const;

describe('a body that is no JSON', () => {
  test.each(Object.entries(malformed))('%s', async (_, text) => {
    for (const [method, path] of writes) expectProblem(await post(text, {}, path, method), 'malformed_json');
  });

  test.each(Object.entries(notUtf8))('%s instead of UTF-8', async (_, bytes) => {
    expectProblem(await post(bytes), ['malformed_text', 'malformed_json']);
  });

  test.each(Object.entries(notAnObject))('%s is no input', async (_, text) => {
    for (const [method, path] of writes) {
      // Nothing at all is what a DELETE usually brings.
      if (text === 'null' && method === 'DELETE') continue;
      expectProblem(await post(text, {}, path, method), 'invalid_input');
    }
  });
});

describe('text that cannot be stored', () => {
  const texts: Record<string, string> = {
    'a NUL': '\\u0000',
    'a high surrogate alone': '\\ud83d',
    'a low surrogate alone': '\\ude00',
    'surrogates in the wrong order': '\\ude00\\ud83d',
    'a high surrogate before a letter': '\\ud83dx',
  };

  test.each(Object.entries(texts))('%s is refused by the name of its field', async (_, escape) => {
    const { name, ...rest } = role;
    const answer = await post(`{"name":"${name} ${escape}",${JSON.stringify(rest).slice(1)}`);
    expectProblem(answer, 'malformed_text');
    expect(JSON.parse(answer.text)).toMatchObject({ fields: [{ field: 'name' }] });
    expectProblem(await post(`{"${escape}": 1}`), 'malformed_text');
    expectProblem(
      await post(`{"screen":"members","name":"x","state":{"a":["${escape}"]}}`, {}, '/api/v1/saved-views'),
    );
    expectProblem(
      await post(`{"screen":"members","name":"x","state":{"${escape}":1}}`, {}, '/api/v1/saved-views'),
    );
    expectProblem(
      await post(`{"email":"a${escape}@example.in","password":"x"}`, {}, '/api/auth/sign-in/email'),
    );
  });

  test('control characters are refused where one line is meant', async () => {
    for (const code of [0x01, 0x07, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x2028, 0x2029]) {
      const name = `Week${String.fromCharCode(code)}end`;
      expectProblem(await post(JSON.stringify({ ...role, name })), 'invalid_input');
    }
  });

  test('NUL and broken bytes in the address are refused', async () => {
    for (const text of ['%00', 'a%00b', '%ff', '%ed%a0%80', '%c0%af', '%', '%zz', '%u0041']) {
      for (const path of [`/api/v1/members?search=${text}`, `/api/v1/sign-ins?userId=${text}`]) {
        const answer = await post(undefined, {}, path, 'GET');
        if (answer.status !== 200) expectProblem(answer);
        else expect(JSON.parse(answer.text)).toMatchObject({ items: [] });
      }
      expectProblem(await post('{}', {}, `/api/v1/roles/${text}`, 'DELETE'));
    }
  });
});

describe('keys that reach the prototype of an object', () => {
  const poison = ['__proto__', 'constructor', 'prototype', '\\u005f\\u005fproto__', 'constr\\u0075ctor'];

  test.each(poison)('%s', async (key) => {
    expectProblem(await post(`{"${key}":{"admin":true},"name":"x","permissions":["workspace.read"]}`));
    const state = `{"screen":"members","name":"x","state":{"a":{"${key}":{"admin":true}}}}`;
    expectProblem(await post(state, {}, '/api/v1/saved-views'), 'malformed_json');
    expectProblem(await post(undefined, {}, `/api/v1/members?${key.replaceAll('\\u005f', '_')}=1`, 'GET'));
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('in a query string with brackets', async () => {
    for (const query of ['__proto__[admin]=1', 'constructor[prototype][admin]=1', 'search[__proto__]=1']) {
      expectProblem(await post(undefined, {}, `/api/v1/members?${query}`, 'GET'), 'invalid_input');
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('a body that is not sent as JSON', () => {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  const odd = [
    'application/xml',
    'application/jsonp',
    'json',
    '/',
    'application/json/',
    'a'.repeat(300),
    '*/*',
  ];

  test.each([...types, ...odd])('%s', async (type) => {
    for (const [method, path] of writes) {
      const answer = await post(JSON.stringify(role), { 'content-type': type }, path, method);
      expectProblem(answer, 'unsupported_media_type');
    }
  });

  test('without a content type', async () => {
    expectProblem(await post(Buffer.from('{}'), { 'content-type': '' }), 'unsupported_media_type');
  });

  test('compressed', async () => {
    const body = Buffer.from(gzipSync(JSON.stringify(role)));
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x']) {
      expectProblem(await post(body, { 'content-encoding': encoding }), 'unsupported_media_type');
    }
  });
});

test('a body of one byte more than a mebibyte is refused, one of exactly that is read', async () => {
  const fill = (length: number): string => {
    const text = JSON.stringify({ ...role, description: '' });
    return text.replace('"description":""', `"description":"${'x'.repeat(length - text.length)}"`);
  };
  for (const [method, path] of writes) {
    expectProblem(await post(fill(1024 * 1024 + 1), {}, path, method), 'too_large');
  }
  expectProblem(await post(fill(1024 * 1024)), 'invalid_input');
});

test('duplicate keys count once, as the last of them says', async () => {
  expectProblem(
    await post('{"name":"Weekend","permissions":["workspace.read"],"permissions":[]}'),
    'invalid_input',
  );
});

test('numbers beyond all measure are refused', async () => {
  for (const number of [
    '1e999',
    '-1e999',
    '9'.repeat(5_000),
    '1e-999',
    '0.1',
    '-0.5',
    '1'.padEnd(400, '0'),
  ]) {
    const key = `{"name":"x","permissions":["workspace.read"],"requestsPerMinute":${number}}`;
    expectProblem(await post(key, {}, '/api/v1/api-keys'), 'invalid_input');
    const view = `{"screen":"members","name":"x","state":{"a":${number}},"extra":1}`;
    expectProblem(await post(view, {}, '/api/v1/saved-views'), 'invalid_input');
  }
});
