import { expect, test } from 'vitest';
import { fill, fillPath, readAt } from './fill.ts';

test('ids stand in for their names in any text, however deep', () => {
  const missing = new Set<string>();
  const filled = fill(
    { to: '+{customer}', users: [{ id: '{user}' }], count: 2 },
    { customer: '9198', user: '5' },
    missing,
  );
  expect(filled).toEqual({ to: '+9198', users: [{ id: '5' }], count: 2 });
  expect([...missing]).toEqual([]);
});

test('variables of templates and expressions of Flows are no ids', () => {
  const missing = new Set<string>();
  const texts = ['Hello {{1}}, {{name}}', '${form}'];
  expect(fill(texts, {}, missing)).toEqual(texts);
  expect([...missing]).toEqual([]);
});

test('an id that nobody knows is noted', () => {
  const missing = new Set<string>();
  fillPath('/{Phone-Number-ID}/messages', {}, missing);
  expect([...missing]).toEqual(['number']);
});

test('one thing that Meta names in several ways is one id', () => {
  const path = (at: string) => fillPath(at, { waba: '102' }, new Set());
  expect([path('/{WABA-ID}/flows'), path('/{WhatsApp-Business-Account-ID}/assigned_users')]).toEqual([
    '/102/flows',
    '/102/assigned_users',
  ]);
});

test('a value is read by its place, and is nothing where there is none', () => {
  expect(readAt({ data: [{ id: '7' }] }, 'data.0.id')).toBe('7');
  expect(readAt({ data: [] }, 'data.0.id')).toBeUndefined();
});
