import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../src/platform/http/index.ts';
import { fieldsOf, type Field } from './requests/fields.ts';
import { expectProblem } from './requests/problem.ts';
import { requestFor, routeOf, send, type ApiRequest, type RawAnswer } from './requests/request.ts';
import { storedRows } from './stored-rows.ts';
import { examples } from './tenant/examples.ts';
import { buildTenant, type Tenant } from './tenant/tenant.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let tenant: Tenant;
let before: Record<string, string[]>;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  tenant = await buildTenant(app, 'suratword');
  before = await storedRows(app.database);
});
afterAll(() => app.stop());

const isWrite = (route: Route): boolean => routeOf(route).method !== 'GET';
const inputFieldsOf = ({ procedure }: Route): Field[] => fieldsOf(procedure['~orpc'].inputSchema);
const exampleOf = (route: Route): Record<string, unknown> => examples[route.name]!.input(tenant);
const call = (request: ApiRequest) => send(app, request, tenant.members.owner.api.headers);

describe('every field of every procedure', () => {
  afterEach(async () => {
    expect(await storedRows(app.database), 'something was stored').toEqual(before);
  });

  test('is refused by its name when it is of another type', async () => {
    let sent = 0;
    for (const route of app.routes.filter(isWrite)) {
      for (const field of inputFieldsOf(route)) {
        // Whatever stands there in an address is a name, of something that may not be there.
        const isName = field.kind === 'string' && field.format === undefined;
        if (isName && routeOf(route).path.includes(`{${field.name}}`)) continue;
        for (const value of wrongValues(field)) {
          // An address without the id is another address.
          if (routeOf(route).path.includes(`{${field.name}}`) && String(value) === '') continue;
          const answer = await call(requestFor(route, { ...exampleOf(route), [field.name]: value }));
          expectProblem(answer, 'invalid_input');
          expect(answer.text, `${route.name} ${field.name}=${JSON.stringify(value)}`).toContain(
            `"field":"${field.name}`,
          );
          sent += 1;
        }
      }
    }
    expect(sent).toBeGreaterThan(400);
  });

  test('is refused when it is missing and needed', async () => {
    for (const route of app.routes.filter(isWrite)) {
      for (const { name, optional } of inputFieldsOf(route)) {
        if (optional || routeOf(route).path.includes(`{${name}}`)) continue;
        const input = exampleOf(route);
        delete input[name];
        expectProblem(await call(requestFor(route, input)), 'invalid_input');
      }
    }
  });

  test('is refused in a query when it is not what it should be', async () => {
    for (const route of app.routes.filter((each) => !isWrite(each))) {
      for (const field of inputFieldsOf(route)) {
        for (const value of wrongTexts(field)) {
          // Without its last part an address is that of the list.
          if (value === '' && routeOf(route).path.includes(`{${field.name}}`)) continue;
          const answer = await call(requestFor(route, { ...exampleOf(route), [field.name]: value }));
          expect(answer.status, `${route.name} ${field.name}=${value}`).toBeGreaterThanOrEqual(400);
          expectProblem(answer, 'invalid_input');
        }
        // Given twice, nobody could say which one counts.
        if (field.kind === 'array') continue;
        const twice = await call(requestFor(route, { ...exampleOf(route), [field.name]: ['10', '20'] }));
        expectProblem(twice, 'invalid_input');
      }
    }
  });

  test('is refused where it is not known, whatever it is called elsewhere', async () => {
    const names = new Set(app.routes.flatMap((route) => inputFieldsOf(route).map(({ name }) => name)));
    const more = [
      'workspaceId',
      'userId',
      'isAdmin',
      'createdAt',
      'createdBy',
      'demo',
      'ownerId',
      'tokenHash',
      'id',
    ];
    const columns = [
      'workspace_id',
      'role_id',
      'secret_hash',
      'owner_id',
      'organisation_id',
      'email_verified',
    ];
    for (const name of [...more, ...columns]) names.add(name);
    for (const route of app.routes.filter(isWrite)) {
      const known = new Set(inputFieldsOf(route).map((field) => field.name));
      const unknown = [...names].filter((name) => !known.has(name));
      // An answer names fifty at most.
      for (let from = 0; from < unknown.length; from += 40) {
        const some = unknown.slice(from, from + 40);
        const planted = Object.fromEntries(some.map((name) => [name, tenant.ids.ownerId]));
        const answer = await call(requestFor(route, { ...exampleOf(route), ...planted }));
        expectProblem(answer, 'invalid_input');
        const { fields } = JSON.parse(answer.text) as { fields: { field: string; code: string }[] };
        const refused = fields.filter(({ code }) => code === 'unrecognized_keys').map(({ field }) => field);
        expect(refused.sort(), route.name).toEqual(some.sort());
      }
    }
  });

  test('of an address cannot be given a second time in the body', async () => {
    for (const route of app.routes.filter(isWrite)) {
      const { path } = routeOf(route);
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        const request = requestFor(route, exampleOf(route));
        const body = { ...(request.body as object), [name!]: tenant.ids.ownerId };
        expectProblem(await call({ ...request, body }), 'invalid_input');
      }
    }
  });
});

describe('cursors', () => {
  const lists = (): Route[] =>
    app.routes.filter((route) => inputFieldsOf(route).some(({ name }) => name === 'cursor'));
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('that no page returned are refused', async () => {
    const id = tenant.ids.ownerId!;
    const times = [
      '12',
      '2026',
      'Tue Mar 01',
      '+275760-09-13T00:00:00.000Z',
      '-000001-01-01T00:00:00.000Z',
      'now',
      'infinity',
    ];
    const keys = [
      [],
      [1],
      [null],
      [[]],
      [{}],
      {},
      'x',
      1,
      null,
      [id, id, id],
      ['x'],
      [id.toUpperCase()],
      ['a\u0000', id],
    ];
    const made = [...keys, ...times.map((time) => [time, id])].map(encode);
    const torn = ['x', '%', '====', 'W10', '0.0.0', 'a.b.c', '-1', '💥', 'a'.repeat(500), `${encode([id])}x`];
    for (const route of lists()) {
      for (const cursor of [...made, ...torn]) {
        const answer = await call(requestFor(route, { ...exampleOf(route), cursor }));
        const shown = `${route.name} ${cursor}: ${answer.text.slice(0, 300)}`;
        // A name may begin after any text.
        if (answer.status === 200)
          expect(JSON.parse(answer.text), shown).toMatchObject({ items: expect.any(Array) });
        else expectProblem(answer, 'invalid_input');
      }
      expectProblem(
        await call(requestFor(route, { ...exampleOf(route), cursor: 'a'.repeat(501) })),
        'invalid_input',
      );
    }
  });

  test('of another list, or with a byte changed, never break the list', async () => {
    const cursors = new Set<string>();
    for (const route of lists()) {
      const { nextCursor } = JSON.parse((await call(requestFor(route, { limit: 1 }))).text) as {
        nextCursor?: string;
      };
      if (nextCursor) cursors.add(nextCursor);
    }
    for (const route of lists()) {
      for (const cursor of cursors) {
        for (let at = 0; at <= cursor.length; at += 3) {
          const changed = at === cursor.length ? cursor : `${cursor.slice(0, at)}A${cursor.slice(at + 1)}`;
          const answer = await call(requestFor(route, { cursor: changed }));
          if (answer.status !== 200) expectProblem(answer, 'invalid_input');
        }
      }
    }
  });
});

test('values at the edge of what a column holds are refused or stored, never a failure', async () => {
  const dates = [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
    '2026-02-29T00:00:00Z',
  ];
  for (const from of [
    ...dates,
    '2026-11-20T24:00:00Z',
    '2026-11-20T23:59:60Z',
    `2026-11-20T00:00:00.${'9'.repeat(400)}Z`,
  ]) {
    const route = app.routes.find(({ name }) => name === 'signIns.list')!;
    const answer = await call(requestFor(route, { from, to: from }));
    if (answer.status !== 200) expectProblem(answer, 'invalid_input');
  }
  for (const jobId of ['9223372036854775807', '9223372036854775808', '9999999999999999999']) {
    const route = app.routes.find(({ name }) => name === 'jobs.retry')!;
    expectProblem(await call(requestFor(route, { jobId })), ['not_found', 'invalid_input']);
  }
});

describe('thousands of small damages', () => {
  const seed = 20_261_120;

  test('done to requests that work never make the server fail', { timeout: 60_000 }, async () => {
    const requests = app.routes.map((route) => requestFor(route, exampleOf(route)));
    const damage = fc.tuple(
      fc.constantFrom(...requests),
      fc.nat(),
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary' }),
    );
    await manyAtOnce(fc.sample(damage, { seed, numRuns: 2_500 }), async ([request, at, value, text]) =>
      expectNoFailure(await call(damaged(request, at, value, text)), request.name),
    );
  });

  test('done to the bytes of a body never make the server fail', { timeout: 60_000 }, async () => {
    const bodies = app.routes.filter(isWrite).map((route) => requestFor(route, exampleOf(route)));
    const damage = fc.tuple(fc.constantFrom(...bodies), fc.nat(), fc.uint8Array({ maxLength: 4 }));
    await manyAtOnce(
      fc.sample(damage, { seed, numRuns: 1_500 }),
      async ([{ name, method, path, body }, at, bytes]) => {
        const whole = Buffer.from(JSON.stringify(body));
        const place = at % whole.length;
        const torn = Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place + 1)]);
        const credentials = { ...tenant.members.owner.api.headers, origin: app.url };
        const headers = { ...credentials, 'content-type': 'application/json' };
        const init: RequestInit = { method, headers, body: torn };
        const response = await fetch(`${app.url}${path}`, init);
        expectNoFailure(
          { status: response.status, headers: response.headers, text: await response.text() },
          name,
        );
      },
    );
  });
});

function expectNoFailure(answer: RawAnswer, name: string): void {
  // What needs Meta says that nobody is there: no failure of the server.
  if (answer.status === examples[name]?.answers) return;
  expect(answer.status, `${name}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  if (answer.status >= 400) expectProblem(answer);
}

/** As many at a time as a busy office would send. */
async function manyAtOnce<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const next = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: 10 }, next));
}

/** One place of the request replaced: a field's value or name, a part of the address, a query, a header. */
function damaged(request: ApiRequest, at: number, value: unknown, text: string): ApiRequest {
  const body = request.body as Record<string, unknown> | undefined;
  const names = Object.keys(body ?? {});
  const name = names[at % (names.length || 1)];
  const printable = text.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 50);
  const damages: ((request: ApiRequest) => ApiRequest)[] = [
    (each) => ({ ...each, path: `${each.path}/${encodeURIComponent(text.toWellFormed())}` }),
    (each) => ({
      ...each,
      path: each.path.replace(/[^/]+$/, encodeURIComponent(text.toWellFormed()) || 'x'),
    }),
    (each) => ({
      ...each,
      path: `${each.path}?${encodeURIComponent(printable)}=${encodeURIComponent(printable)}`,
    }),
    (each) => ({ ...each, headers: { 'trikon-workspace': printable } }),
    (each) => ({ ...each, headers: { authorization: `Bearer ${printable}` } }),
    (each) => ({ ...each, headers: { cookie: `trikon.session_token=${printable}` } }),
    (each) => ({ ...each, headers: { 'idempotency-key': printable } }),
  ];
  if (body !== undefined && name !== undefined) {
    damages.push(
      (each) => ({ ...each, body: { ...body, [name]: value } }),
      (each) => ({ ...each, body: { ...body, [name]: text } }),
      (each) => ({ ...each, body: { ...body, [text]: value } }),
      (each) => ({ ...each, body: { ...body, [name]: [body[name], value] } }),
      (each) => ({ ...each, body: value }),
    );
  }
  return damages[at % damages.length]!(request);
}

/** Values of every type but the field's own. */
function wrongValues({ kind, nullable, choices }: Field): unknown[] {
  const values: Record<string, unknown[]> = {
    string: ['text'],
    number: [0, -1, 1.5],
    boolean: [true, false],
    array: [[], ['x']],
    object: [{}, { x: 1 }],
    null: [null],
  };
  const own: Record<string, string> = { enum: 'none', record: 'object' };
  const fits = own[kind] ?? kind;
  return Object.entries(values)
    .filter(([type]) => type !== fits && !(type === 'null' && nullable))
    .flatMap(([, each]) => each)
    .filter((value) => !choices.includes(value));
}

function wrongTexts({ kind, format }: Field): string[] {
  if (kind === 'number')
    return ['', 'x', '0', '-1', '1.5', '201', '1e1', '0x10', ' 10', '10 ', 'NaN', 'Infinity', '٣'];
  if (kind === 'enum') return ['', 'x', 'SUCCEEDED', 'null'];
  if (kind === 'array') return ['', 'x'];
  if (format === 'uuid') return ['', 'x', 'null', '0', `${tenant.ids.ownerId}0`, `{${tenant.ids.ownerId}}`];
  if (format === 'datetime')
    return ['', 'x', '0', 'now', '2026-11-20', '2026-13-01T00:00:00Z', '2026-11-20 00:00:00'];
  return [];
}
