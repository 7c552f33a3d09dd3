import { describe, expect, it } from 'vitest';
import { at, edited, staticFlow } from '../test/flow-samples.ts';
import { fillIn, openFlow, tap } from './session.ts';
import { summaryOf } from './summary.ts';
import { showFlow } from './view.ts';

describe('the summary of a finished Flow', () => {
  it('shows choices by their titles, masks what is sensitive, and never shows passwords', () => {
    const source = [
      { id: 'm', title: 'Morning' },
      { id: 'e', title: 'Evening' },
    ];
    const flow = edited(staticFlow, {
      [at(0, 2)]: { type: 'TextInput', name: 'secret', label: 'PIN', 'input-type': 'passcode' },
      [at(0, 3)]: { type: 'CheckboxGroup', name: 'times', label: 'Times', 'data-source': source },
    });
    let state = openFlow({ flow, token: 't', start: { action: 'navigate' } }).state;
    for (const [name, value] of [
      ['name', 'आशा'],
      ['secret', '1234'],
      ['times', ['m', 'e']],
    ] as const) {
      state = fillIn(state, name, typeof value === 'string' ? value : [...value]).state;
    }
    state = tap(state, showFlow(state)?.footer?.path ?? '').state;
    for (const [name, value] of [
      ['day', '2026-10-20'],
      ['note', 'I am ill'],
    ] as const)
      state = fillIn(state, name, value).state;
    const done = tap(state, showFlow(state)?.footer?.path ?? '').state;
    expect(done.ending?.kind).toBe('completed');
    expect(summaryOf(done)).toEqual([
      { label: 'Your name', value: 'आशा' },
      { label: 'Times', value: 'Morning, Evening' },
      { label: 'Day', value: '2026-10-20' },
      { label: 'Note', value: '••••••••••••' },
    ]);
  });
});
