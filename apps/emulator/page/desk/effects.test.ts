import { expect, it } from 'vitest';
import { effectKinds } from '../../src/faults/faults.ts';
import { effects, effectWords, orderOf } from './effects.ts';

it('knows of every effect where it strikes and what it needs', () => {
  const known = Object.entries(effects).map(([type, { point, figures }]) => {
    const needs = Object.entries(figures).flatMap(([name, need]) => (need === 'needed' ? [name] : []));
    return [type, { point, needs }];
  });
  expect(Object.fromEntries(known)).toEqual(effectKinds);
});

it('orders what the form says, without what was left empty or belongs to another effect', () => {
  const empty = { number: '', at: '', after: '', lasts: '', most: '' };
  expect(orderOf({ type: 'error', code: '131056', details: '', status: '', share: '25', ...empty })).toEqual({
    effect: { type: 'error', code: 131056 },
    share: 0.25,
  });
  expect(
    orderOf({ type: 'hang', code: '1', share: '100', ...empty, number: '7', lasts: '60', most: '2' }),
  ).toEqual({ effect: { type: 'hang' }, share: 1, number: '7', seconds: 60, times: 2 });
});

it('says a fault in a line', () => {
  const fault = { id: '1', share: 1, struck: 0 };
  expect(effectWords({ ...fault, effect: { type: 'late-webhook', seconds: 30 } })).toBe(
    'Comes late · seconds 30',
  );
});
