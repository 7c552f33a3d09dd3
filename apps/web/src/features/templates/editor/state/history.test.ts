import { expect, test } from 'vitest';
import { begin, step, type History } from './history.ts';

const typed = (history: History<string>, to: string, label: string, at: number) =>
  step(history, { type: 'change', to: () => to, label, at });

test('typing in one field is one step, another field another', () => {
  let history = begin('');
  history = typed(history, 'N', 'body', 0);
  history = typed(history, 'Na', 'body', 300);
  history = typed(history, 'Na|F', 'footer', 400);
  history = typed(history, 'Namaste|F', 'body', 9_000);
  expect(history.past).toEqual(['', 'Na', 'Na|F']);
});

test('what was undone can be done again, until something else is', () => {
  let history = typed(typed(begin('a'), 'b', 'x', 0), 'c', 'y', 0);
  history = step(step(history, { type: 'undo' }), { type: 'undo' });
  expect(history.present).toBe('a');
  expect(step(history, { type: 'undo' })).toBe(history);
  history = step(history, { type: 'redo' });
  expect(history.present).toBe('b');
  expect(typed(history, 'd', 'z', 0).future).toEqual([]);
});

test('a change to nothing new is no step', () => {
  const history = begin('a');
  expect(typed(history, 'a', 'x', 0)).toBe(history);
});
