import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../src/platform/http/index.ts';
import { fieldsOf, type Field } from './requests/fields.ts';
import {
  requestFor,
  routeOf,
  send,
  withoutMoment,
  type ApiRequest,
  type RawAnswer,
} from './requests/request.ts';
import { storedRows } from './stored-rows.ts';
import { openStream } from './stream-reader.ts';
import { examples } from './tenant/examples.ts';
import { buildTenant, type Tenant } from './tenant/tenant.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
/** Everything is asked as the first; the second is what may never be seen. */
let surat: Tenant;
let pune: Tenant;
let puneRows: Record<string, string[]>;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  surat = await buildTenant(app, 'suratword');
  pune = await buildTenant(app, 'puneword');
  puneRows = await storedRows(app.database, traces(pune));
});
afterAll(() => app.stop());

const traces = ({ word, ids }: Tenant): string[] => [word, ...Object.values(ids)];
const credentials = (): Record<string, string>[] => [surat.members.owner.api.headers, surat.key.headers];

test('both workspaces have something to be found in every table of tenants', async () => {
  const tables = await app.database.asOwner<{ name: string }>(
    `select format('public.%s', relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  // Filled by work that no request of a person does.
  const empty = new Set(['public.workspace_keys']);
  const found = new Set(
    Object.keys(puneRows).map((name) =>
      name.replace(
        /^(public\.(?:events|webhook_deliveries|messages|message_statuses|attempts))_(?:\d.*|default)$/,
        '$1',
      ),
    ),
  );
  expect(tables.map(({ name }) => name).filter((name) => !found.has(name) && !empty.has(name))).toEqual([]);
});

test('every procedure has an example to be called by', () => {
  expect(app.routes.filter((route) => examples[route.name] === undefined).map(({ name }) => name)).toEqual(
    [],
  );
});

/** Thousands of requests. */
const many = { timeout: 180_000 };

describe('reading everything', () => {
  test('with every option and to the last page shows nothing of the other workspace', many, async () => {
    let answers = 0;
    for (const route of app.routes.filter((each) => routeOf(each).method === 'GET')) {
      for (const input of inputsOf(route)) {
        for (const as of credentials()) answers += await readAllPages(route, input, as);
      }
    }
    // Far fewer would mean that the options were not found.
    expect(answers).toBeGreaterThan(300);
  });

  test('of the documents and pages that everyone may see shows nothing of any workspace', async () => {
    for (const path of ['/openapi.json', '/docs/api', '/healthz', '/readyz', '/metrics', '/api/v1/nowhere']) {
      const answer = await send(app, { name: path, method: 'GET', path, headers: {} });
      expectNoTrace(answer, path, [...traces(pune), ...traces(surat)]);
    }
  });

  test('live from the beginning shows nothing of the other workspace', async () => {
    const sent: string[] = [];
    const stream = await openStream(
      `${app.url}/api/v1/events/stream`,
      { ...surat.members.owner.api.headers, 'last-event-id': await beginning() },
      (frame) => sent.push(JSON.stringify(frame)),
    );
    expect(stream.response.status).toBe(200);
    await pune.members.owner.api.post('/roles', { name: 'puneword live', permissions: ['workspace.read'] });
    await surat.members.owner.api.post('/roles', { name: 'suratword live', permissions: ['workspace.read'] });
    await expect
      .poll(() => sent.some((frame) => frame.includes('suratword live')), { timeout: 5_000 })
      .toBe(true);
    stream.close();
    expect(sent.filter((frame) => traces(pune).some((trace) => frame.includes(trace)))).toEqual([]);
    puneRows = await storedRows(app.database, traces(pune));
  });

  test('with a cursor of the other workspace goes on in the own one', async () => {
    for (const route of app.routes.filter((each) => routeOf(each).method === 'GET')) {
      if (!fieldsOf(inputSchemaOf(route)).some(({ name }) => name === 'cursor')) continue;
      const of = (tenant: Tenant): Record<string, unknown> => examples[route.name]!.input(tenant);
      const page = { ...of(pune), limit: 1 };
      const foreign = await send(app, requestFor(route, page), pune.members.owner.api.headers);
      const { nextCursor } = JSON.parse(foreign.text) as { nextCursor: string | null };
      if (nextCursor === null) continue;
      const answer = await send(
        app,
        requestFor(route, { ...of(surat), cursor: nextCursor }),
        surat.members.owner.api.headers,
      );
      expect(answer.status).toBe(200);
      expectNoTrace(answer, route.name);
    }
  });
});

/** What changes nothing, and asks by POST for the length of the question: no such id is in anything, which is an answer. */
const asksOnly = new Set(['contactLists.find', 'templateLint.check']);

describe('an id of the other workspace', () => {
  test('in place of each own id is answered like one that never was', async () => {
    const different: string[] = [];
    let swaps = 0;
    // What is public asks for a secret, never for an id.
    for (const route of app.routes.filter(({ kind }) => kind !== 'public')) {
      const request = exampleOf(route);
      for (const as of credentials()) {
        for (const swap of swapsOf({ ...request, headers: { ...as, ...request.headers } })) {
          swaps += 1;
          const [foreign, unknown] = [await send(app, swap.foreign), await send(app, swap.unknown)];
          expectNoTrace(foreign, route.name, [pune.word]);
          if (!alike(foreign, unknown, swap))
            different.push(`${route.name}: ${foreign.text} / ${unknown.text}`);
          if (foreign.status < 300 && routeOf(route).method !== 'GET' && !asksOnly.has(route.name))
            different.push(`${route.name} accepted it`);
        }
      }
    }
    expect(different).toEqual([]);
    expect(swaps).toBeGreaterThan(50);
  });

  test('in every field that takes an id is answered like one that never was', many, async () => {
    const [as] = credentials();
    let turn = 0;
    for (const route of app.routes) {
      for (const field of fieldsOf(inputSchemaOf(route)).filter(({ format }) => format === 'uuid')) {
        const nowhere = { ...examples[route.name]!.input(surat), [field.name]: randomUUID() };
        const unknown = await send(app, requestFor(route, nowhere), as);
        for (const id of idsFor(field.name, (turn += 1))) {
          const input = { ...examples[route.name]!.input(surat), [field.name]: id };
          const foreign = await send(app, requestFor(route, input), as);
          expect(withoutMoment(foreign.text), route.name).toBe(withoutMoment(unknown.text));
          expect(foreign.status).toBe(unknown.status);
        }
      }
    }
  });

  test('has left everything of the other workspace as it was', async () => {
    expect(await storedRows(app.database, traces(pune))).toEqual(puneRows);
  });
});

test('every example works in its own workspace, so that none of the above was refused for another reason', async () => {
  const failed: string[] = [];
  for (const route of app.routes) {
    const example = examples[route.name]!;
    const who = example.as === 'leaver' ? surat.leaver : surat.members.owner;
    const answer = await send(app, exampleOf(route), who.api.headers);
    expectNoTrace(answer, route.name);
    const fine = example.answers === undefined ? answer.status < 300 : answer.status === example.answers;
    if (!fine) failed.push(`${route.name}: ${answer.status} ${answer.text}`);
  }
  expect(failed).toEqual([]);
  expect(await storedRows(app.database, traces(pune))).toEqual(puneRows);
});

test("the other workspace's Idempotency-Key holds no answer for this one", async () => {
  const again = { name: 'puneword once', permissions: ['workspace.read'] };
  const answer = await surat.members.owner.api.post('/roles', again, { 'idempotency-key': 'puneword-first' });
  expect(answer.headers.get('idempotent-replayed')).toBeNull();
  expect(Object.values(pune.ids)).not.toContain(answer.body.roleId);
  expect(answer.status).toBe(201);
});

/** Those that the field's name is about, and of all other kinds another quarter for each field. */
function idsFor(field: string, turn: number): string[] {
  const kindOf = (name: string): string => /[A-Z][a-z]*Id$/.exec(name)?.[0] ?? name;
  const kinds = new Map(
    Object.entries(pune.ids).flatMap(([name, id]) => (id.includes('-') ? [[kindOf(name), id]] : [])),
  );
  return [...kinds.entries()].flatMap(([kind, id], nth) =>
    kind.toLowerCase() === field.toLowerCase() || nth % 4 === turn % 4 ? [id] : [],
  );
}

const inputSchemaOf = ({ procedure }: Route): unknown => procedure['~orpc'].inputSchema;
const exampleOf = (route: Route): ApiRequest => requestFor(route, examples[route.name]!.input(surat));

async function beginning(): Promise<string> {
  const page = await surat.members.owner.api.get<{ nextCursor: string }>('/events?limit=1');
  return page.body.nextCursor;
}

/** The example's input, then the same with each value that each optional field may take. */
function inputsOf(route: Route): Record<string, unknown>[] {
  const input = examples[route.name]!.input(surat);
  const options = fieldsOf(inputSchemaOf(route)).filter(
    ({ name, optional }) => optional && name !== 'cursor',
  );
  const single = options.flatMap((field) =>
    valuesOf(field).map((value) => ({ ...input, [field.name]: value })),
  );
  const small = options.some(({ name }) => name === 'limit') ? [{ ...input, limit: 1 }] : [];
  return [input, ...small, ...single];
}

function valuesOf({ kind, format, choices, element }: Field): unknown[] {
  if (kind === 'enum') return choices;
  if (kind === 'number') return [1, 2, 100];
  if (kind === 'boolean') return [true, false];
  if (kind === 'array') return valuesOf(element!).map((value) => [value]);
  if (format === 'uuid') return [...Object.values(surat.ids), ...Object.values(pune.ids)];
  if (format === 'datetime') return ['2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
  return [surat.word, pune.word, '%', "' or true --"];
}

async function readAllPages(
  route: Route,
  input: Record<string, unknown>,
  as: Record<string, string>,
): Promise<number> {
  let cursor: string | undefined;
  let last: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const answer = await send(app, requestFor(route, { ...input, ...(cursor && { cursor }) }), as);
    expect(answer.status, `${route.name} ${answer.text}`).toBeLessThan(500);
    expectNoTrace(answer, route.name);
    const page = JSON.parse(answer.text) as { items?: unknown[]; nextCursor?: string | null };
    if (!page.nextCursor || page.items?.length === 0 || page.nextCursor === last) return pages;
    last = cursor;
    cursor = page.nextCursor;
  }
}

function expectNoTrace({ text, headers }: RawAnswer, what: string, of = traces(pune)): void {
  const answer = `${JSON.stringify([...headers])}${text}`;
  const found = of.filter((trace) => answer.includes(trace));
  expect(found, `${what}: ${answer.slice(-300)}`).toEqual([]);
}

interface Swap {
  foreign: ApiRequest;
  unknown: ApiRequest;
  ids: [string, string];
}

/** The request once for each id in it, with the other workspace's id of that name and with a random one. */
function swapsOf(request: ApiRequest): Swap[] {
  const text = JSON.stringify(request);
  return Object.entries(surat.ids)
    .filter(([, id]) => text.includes(id))
    .map(([name, id]) => {
      const foreign = pune.ids[name]!;
      const unknown = /^\d+$/.test(id) ? `${id}0` : randomUUID();
      const replaced = (by: string) => JSON.parse(text.replaceAll(id, by)) as ApiRequest;
      return { foreign: replaced(foreign), unknown: replaced(unknown), ids: [foreign, unknown] };
    });
}

function alike(foreign: RawAnswer, unknown: RawAnswer, { ids }: Swap): boolean {
  const comparable = ({ text }: RawAnswer, id: string) => withoutMoment(text).replaceAll(id, '<id>');
  return foreign.status === unknown.status && comparable(foreign, ids[0]) === comparable(unknown, ids[1]);
}
