import { expect, test } from 'vitest';
import { differences, loadSamples } from './samples.ts';
import { compareShapes, shapeOf } from './shape.ts';

const told = (expected: unknown, found: unknown) =>
  compareShapes(shapeOf(expected), shapeOf(found)).map(({ at, kind }) => `${kind} ${at}`);

test('the same shape with other values and longer lists is the same', () => {
  expect(told({ entry: [{ id: '1' }] }, { entry: [{ id: '2' }, { id: '3' }] })).toEqual([]);
});

test('what is missing, extra or of another type is told with its place', () => {
  expect(told({ id: '1', at: 5 }, { id: 1, on: true })).toEqual(['missing /at', 'extra /on', 'type /id']);
});

test('what is inside something missing or extra is not told again', () => {
  expect(told({ profile: { name: 'Asha' } }, { pricing: { type: 'regular' } })).toEqual([
    'missing /profile',
    'extra /pricing',
  ]);
});

test('null is a type of its own', () => {
  expect(told({ reason: 'NONE' }, { reason: null })).toEqual(['type /reason']);
});

test('an allowance covers its own sample, place and kind alone', () => {
  const table = [{ sample: 'message/*', at: '*/url', kind: 'extra' as const, reason: 'newer' }];
  const produced = { image: { id: '1', url: 'https://x' } };
  expect(differences('message/voice', { image: { id: '1' } }, produced, table)).toEqual([]);
  expect(differences('system/voice', { image: { id: '1' } }, produced, table)).toHaveLength(1);
  expect(differences('message/voice', produced, { image: { id: '1' } }, table)).toHaveLength(1);
});

const samples = loadSamples();

test.skipIf(!samples)('recorded bodies are found by file and name, one beside another too', () => {
  expect([...(samples?.keys() ?? [])]).toEqual(
    expect.arrayContaining([
      'message/voice',
      'system/phone_number_change',
      'template_components_update/element/all',
    ]),
  );
});

test.skipIf(!samples)('a recorded body has its own shape, and no other', () => {
  const voice = samples?.get('message/voice');
  expect(differences('message/voice', voice, voice)).toEqual([]);
  expect(differences('message/voice', voice, samples?.get('message/text'))).toMatchObject([
    { kind: 'missing', at: '/entry/[]/changes/[]/value/messages/[]/audio' },
    { kind: 'extra', at: '/entry/[]/changes/[]/value/messages/[]/text' },
  ]);
});
