import { expect, test } from 'vitest';
import { readSpec } from './spec.ts';
import type { Schema, SpecDocument } from './document.ts';

const answering = (schema: Schema, schemas: Record<string, Schema> = {}): SpecDocument => ({
  paths: {
    '/{Version}/{Phone-Number-ID}/thing': {
      get: { responses: { '200': { content: { 'application/json': { schema } } } } },
    },
  },
  components: { schemas: { ...schemas, GraphAPIError: { type: 'object', required: ['error'] } } },
});

const check = (document: SpecDocument, body: unknown, status = 200) =>
  readSpec(document)
    .checkAnswer('GET', '/{Phone-Number-ID}/thing', status, body)
    .map(({ at, rule }) => `${at} ${rule}`);

const text = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const only = (name: string): Schema => ({ type: 'object', properties: { [name]: text }, required: [name] });

test('an answer that fits has no deviation', () => {
  expect(check(answering(only('id')), { id: '1' })).toEqual([]);
});

test('a wrong type, a missing property and one that Meta does not name are told with their places', () => {
  const list = answering({ type: 'object', properties: { data: { type: 'array', items: only('id') } } });
  expect(check(list, { data: [{ id: 1 }, {}, { id: '3', colour: 'red' }] })).toEqual([
    '/data/[]/id type',
    '/data/[] required id',
    '/data/[]/colour extra',
  ]);
});

test('one deviation in many entries of a list is told once', () => {
  const list = answering({ type: 'object', properties: { data: { type: 'array', items: only('id') } } });
  expect(check(list, { data: [{}, {}, {}] })).toEqual(['/data/[] required id']);
});

test('an object of which nothing is described may hold anything', () => {
  const free = answering({ type: 'object', properties: { notes: { type: 'object' } } });
  expect(check(free, { notes: { anything: 1 } })).toEqual([]);
});

test('a reference to a name that the joined file gave several times means any of them', () => {
  const document = answering(ref('Receipt'), { Receipt: only('id'), Receipt_1: only('code') });
  expect(check(document, { id: '1' })).toEqual([]);
  expect(check(document, { code: 'A' })).toEqual([]);
});

test('of several that fail, the one that nearly fits speaks', () => {
  const big: Schema = {
    type: 'object',
    properties: { code: { enum: ['A', 'B'] }, at: text },
    required: ['code', 'at'],
  };
  const document = answering(ref('Receipt'), { Receipt: only('id'), Receipt_1: big });
  expect(check(document, { code: 'C', at: 'noon' })).toEqual(['/code enum']);
});

test('an alternative that fails deep inside is nearer than one that fails at once', () => {
  const call: Schema = {
    type: 'object',
    properties: { calls: { type: 'array', items: { type: 'object', properties: { id: text, to: text } } } },
    required: ['calls'],
  };
  const document = answering(ref('Receipt'), {
    Receipt: { type: 'object', required: ['id'] },
    Receipt_1: call,
  });
  expect(check(document, { calls: [{ id: 1, to: 2 }] })).toEqual(['/calls/[]/id type', '/calls/[]/to type']);
});

test('a schema that only points back to its own name adds nothing', () => {
  const document = answering(ref('Receipt'), { Receipt: only('id'), Receipt_1: ref('Receipt') });
  expect(check(document, { id: 1 })).toEqual(['/id type']);
});

test('choices that both fit are no deviation, whatever oneOf says', () => {
  const document = answering({ oneOf: [only('id'), { type: 'object', properties: { id: text } }] });
  expect(check(document, { id: '1' })).toEqual([]);
});

test('parts that each forbid the properties of the other count as one object', () => {
  const document = answering({ allOf: [only('id'), { ...only('name'), additionalProperties: false }] });
  expect(check(document, { id: '1', name: 'Asha' })).toEqual([]);
  expect(check(document, { id: '1', name: 'Asha', age: 3 })).toEqual(['/age extra']);
});

test('a node that leads back to itself is looked into', () => {
  const node: Schema = { type: 'object', properties: { id: text, parent: ref('Node') } };
  expect(check(answering(ref('Node'), { Node: node }), { id: 1, parent: { id: '2' } })).toEqual(['/id type']);
});

test('a value that may be null may be null', () => {
  const schema: Schema = { type: 'object', properties: { name: { type: 'string', nullable: true } } };
  expect(check(answering(schema), { name: null })).toEqual([]);
});

test('an error whose status Meta does not list is held against the envelope of errors', () => {
  expect(check(answering(only('id')), { error: {} }, 404)).toEqual([]);
  expect(check(answering(only('id')), { oops: true }, 404)).toEqual([' required error']);
});

test('a success that Meta does not list is a deviation, and so is an operation that it does not know', () => {
  const spec = readSpec(answering(only('id')));
  expect(spec.checkAnswer('GET', '/{Phone-Number-ID}/thing', 201, {})).toMatchObject([{ rule: 'status' }]);
  expect(spec.checkAnswer('GET', '/{Phone-Number-ID}/things', 200, {})).toMatchObject([
    { rule: 'operation' },
  ]);
});

test('the version in a path may be there or not', () => {
  const spec = readSpec(answering(only('id')));
  expect(spec.checkAnswer('get', '/{Version}/{Phone-Number-ID}/thing', 200, { id: '1' })).toEqual([]);
});
