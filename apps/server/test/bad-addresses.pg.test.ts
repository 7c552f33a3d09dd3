import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from './factories.ts';
import { expectProblem } from './requests/problem.ts';
import { answersIn, exchange } from './requests/raw-socket.ts';
import { routeOf, type RawAnswer } from './requests/request.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let owner: Signed;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

async function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: { ...owner.api.headers, ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('a method that an address does not take', () => {
  test('is refused by name everywhere, with those that it takes', async () => {
    const addresses = new Map<string, string[]>();
    for (const route of app.routes) {
      const { method, path } = routeOf(route);
      const address = `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
      addresses.set(address, [...(addresses.get(address) ?? []), method]);
    }
    for (const [address, methods] of addresses) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
        (m) => !methods.includes(m),
      )) {
        // Another address may be meant by the same words, such as /events/recent beside /events/{eventId}.
        const answer = await ask(method, address);
        expectProblem(answer, ['method_not_allowed', 'invalid_input', 'not_found', 'origin_refused']);
        if (answer.status === 405) expect(answer.headers.get('allow')).toContain(methods[0]);
      }
      expectProblem(await ask('PUT', address), 'method_not_allowed');
      expectProblem(await ask('OPTIONS', address), 'method_not_allowed');
    }
  });

  test('on the wire alone, such as TRACE and CONNECT, opens nothing', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PURGE', 'SEARCH', 'LINK']) {
      const [answer] = answersIn(
        await exchange(app.url, `${method} /api/v1/workspace HTTP/1.1\r\nhost: x\r\n\r\n`, 500),
      );
      expectProblem(answer!, ['method_not_allowed', 'not_found', 'malformed_request']);
    }
    const tunnel = await exchange(app.url, 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: x\r\n\r\n', 500);
    expect(tunnel).not.toMatch(/^HTTP\/1.1 2/);
  });
});

test('HEAD answers like GET without the body, and needs the same permission', async () => {
  const [head, get] = [await ask('HEAD', '/api/v1/workspace'), await ask('GET', '/api/v1/workspace')];
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)));
  expect((await ask('HEAD', '/api/v1/workspace', { cookie: '' })).status).toBe(401);
});

test('nothing lies outside of the served addresses, however they are written', async () => {
  const climbs = [
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/....//....//etc/passwd',
    '/..\\..\\..\\windows\\win.ini',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/api/v1/../../etc/passwd',
    '/api/v1/roles/..%2f..%2fapi-keys',
    '/.env',
    '/.git/config',
    '/package.json',
    '/src/main.ts',
    '//',
    '///etc/passwd',
    '/%00/etc/passwd',
  ];
  for (const path of climbs) {
    const text = `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
    const [answer] = answersIn(await exchange(app.url, text));
    expect(answer!.text, path).not.toMatch(/root:|"dependencies"|\[core\]|import /);
    // A page of the web app may be the answer to an address that names no file.
    if (answer!.status !== 200) expectProblem(answer!);
    else expect(answer!.headers.get('content-type'), path).toMatch(/^text\/html/);
  }
});

test('an address that names the whole URL, or another host, is no way around', async () => {
  for (const target of ['http://127.0.0.1:22/', 'https://example.in/api/v1/account', '*', 'localhost:80']) {
    const text = `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
    const [answer] = answersIn(await exchange(app.url, text));
    if (answer!.status !== 200) expectProblem(answer!);
    else expect(answer!.headers.get('content-type'), target).toMatch(/^text\/html/);
  }
});

describe('headers', () => {
  test('that name no workspace are refused', async () => {
    const wrong = [
      '',
      'x',
      'null',
      owner.workspaceId.toUpperCase(),
      `${owner.workspaceId},${owner.workspaceId}`,
    ];
    for (const value of [...wrong, `${owner.workspaceId}'--`, `{${owner.workspaceId}}`, '0'.repeat(5_000)]) {
      const answer = await ask('GET', '/api/v1/workspace', { 'trikon-workspace': value });
      expectProblem(answer, ['invalid_header', 'workspace_required']);
    }
  });

  test('with a bad Idempotency-Key are refused', async () => {
    for (const value of [' ', 'a b', 'é', 'a'.repeat(201)]) {
      const answer = await fetch(`${app.url}/api/v1/roles`, {
        method: 'POST',
        headers: {
          ...owner.api.headers,
          origin: app.url,
          'content-type': 'application/json',
          'idempotency-key': value,
        },
        body: JSON.stringify({ name: `Weekend ${value.length}`, permissions: ['workspace.read'] }),
      });
      expectProblem(
        { status: answer.status, headers: answer.headers, text: await answer.text() },
        'invalid_header',
      );
    }
  });

  test('repeat a request id only when it is harmless', async () => {
    const kept = await ask('GET', '/api/v1/workspace', { 'x-request-id': 'order-2026.11_a' });
    expect(kept.headers.get('x-request-id')).toBe('order-2026.11_a');
    for (const value of ['short', '<script>alert(1)</script>', 'a'.repeat(65), 'a b c d e f', '../../../x']) {
      const answer = await ask('GET', '/api/v1/workspace', { 'x-request-id': value });
      expect(answer.headers.get('x-request-id')).not.toBe(value);
    }
  });

  test('of every answer keep browsers from guessing, framing and leaking', async () => {
    for (const path of ['/api/v1/workspace', '/api/v1/nowhere', '/api/v1/roles/%ff', '/healthz', '/']) {
      const { headers } = await ask('GET', path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toContain(`frame-ancestors 'none'`);
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
      expect(headers.get('server'), path).toBeNull();
      expect(headers.get('x-powered-by'), path).toBeNull();
    }
  });
});
