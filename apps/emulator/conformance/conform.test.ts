import { expect, test } from 'vitest';
import { conform, type Target } from './conform.ts';
import { coverage } from './coverage.ts';
import type { Example } from './examples/example.ts';
import { countUnlisted, describe } from './report.ts';
import { readSpec } from './spec.ts';

const spec = readSpec({
  paths: {
    '/{Version}/{WABA-ID}/flows': { post: answers({ id: { type: 'string' } }) },
    '/{Version}/{Flow-ID}': { get: answers({ id: { type: 'string' }, name: { type: 'string' } }) },
    '/{Version}/{group_id}': { delete: answers({ success: { type: 'boolean' } }) },
    '/{Version}/{Media-URL}': { get: { responses: { '200': {} } } },
  },
  components: { schemas: { GraphAPIError: { type: 'object', required: ['error'] } } },
});

function answers(properties: Record<string, { type: string }>) {
  return {
    responses: { '200': { content: { 'application/json': { schema: { type: 'object', properties } } } } },
  };
}

const make: Example = {
  call: 'POST /{WABA-ID}/flows',
  says: 'makes a Flow',
  form: { name: 'Visit', file: { name: 'flow.json', type: 'application/json', text: '{}' } },
  keep: { flow: 'id' },
};
const read: Example = { call: 'GET /{Flow-ID}', says: 'reads it', query: { fields: 'id,name' } };

interface Seen {
  url: string;
  method: string;
  authorization: string | null;
}

function emulator(answer: (url: string) => [number, unknown]): { target: Target; seen: Seen[] } {
  const seen: Seen[] = [];
  const fetch: Target['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const { url, method } = request;
    seen.push({ url, method, authorization: request.headers.get('authorization') });
    const [status, body] = answer(url);
    return typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status });
  };
  return { target: { base: 'http://emulator.test', token: 'EAA', ids: { waba: '102' }, fetch }, seen };
}

test('an id that one call answers serves the next', async () => {
  const { target, seen } = emulator(() => [200, { id: '77' }]);
  const outcomes = await conform(spec, [make, read], target);
  expect(seen).toEqual([
    { url: 'http://emulator.test/v23.0/102/flows', method: 'POST', authorization: 'Bearer EAA' },
    { url: 'http://emulator.test/v23.0/77?fields=id%2Cname', method: 'GET', authorization: 'Bearer EAA' },
  ]);
  expect(countUnlisted(outcomes)).toBe(0);
});

test('a call whose ids nobody knows is not made, and the coverage says which', async () => {
  const { target, seen } = emulator(() => [200, {}]);
  const outcomes = await conform(spec, [read], target);
  expect(seen).toEqual([]);
  expect(coverage(spec, outcomes, { withoutExample: {}, unsupported: [] })).toContainEqual({
    operation: 'GET /{Flow-ID}',
    state: 'not called',
    calls: 0,
    why: 'no flow is known',
  });
});

test('a file is fetched from its own address', async () => {
  const { target, seen } = emulator(() => [200, 'bytes']);
  const download: Example = { call: 'GET /{Media-URL}', says: 'downloads' };
  await conform(spec, [download], { ...target, ids: { mediaUrl: 'http://files.test/a?b=c' } });
  expect(seen).toMatchObject([{ url: 'http://files.test/a?b=c' }]);
});

test('a refusal where success was expected is a deviation, and the other way round', async () => {
  const refused = emulator(() => [400, { error: { code: 100 } }]);
  const [first] = await conform(spec, [make], refused.target);
  expect(first?.unlisted).toMatchObject([
    { rule: 'status', what: expect.stringContaining('answered 400, not 200') as string },
  ]);
  const taken = emulator(() => [200, { id: '1' }]);
  const [second] = await conform(spec, [{ ...make, status: 400 }], taken.target);
  expect(second?.unlisted).toMatchObject([{ rule: 'status' }]);
});

test('the report names every operation, listed differences with reasons, and what is not listed', async () => {
  const { target } = emulator((url) => [
    200,
    url.includes('/flows') ? { id: '77', success: true } : { id: 5 },
  ]);
  const outcomes = await conform(spec, [make, read], target);
  const covered = coverage(spec, outcomes, {
    withoutExample: { 'DELETE /{group_id}': 'groups come by webhook' },
    unsupported: [{ call: 'GET /{Media-URL}', error: '100', why: 'there are no files' }],
  });
  expect(covered.map(({ state }) => state)).toEqual(['valid', 'deviating', 'not called', 'unsupported']);
  const text = describe({ covered, outcomes });
  expect(text).toContain(
    'listed: success and validation_errors come with the id\n    POST /{WABA-ID}/flows /success extra',
  );
  expect(text).toContain('NOT LISTED: GET /{Flow-ID} reads it\n    /id type');
  expect(text).toContain('not called   DELETE /{group_id}: groups come by webhook');
  expect(text).toContain(
    '4 operations: 1 answered and valid, 1 deviating, 1 unsupported, 1 not called; 1 deviations that are not listed.',
  );
});

test('a call in the name of the app, and one on another thing than usual', async () => {
  const { target, seen } = emulator(() => [200, { id: '77' }]);
  const ids = { flow: '1', newNumber: '2', appToken: '634|secret' };
  await conform(spec, [{ ...read, asApp: true, on: { flow: 'newNumber' } }], { ...target, ids });
  expect(seen).toMatchObject([{ authorization: 'Bearer 634|secret', url: expect.stringContaining('/2?') }]);
});
