import { expect, it } from 'vitest';
import { hasProblems, shownProblems, splitRefusal } from './form-state.ts';

const found = { name: 'Write a name.', email: 'An email has an @.', role: undefined };

it('shows a problem only once its field was left', () => {
  expect(shownProblems(found, {}, new Set())).toEqual({});
  expect(shownProblems(found, {}, new Set(['email', 'role']))).toEqual({ email: 'An email has an @.' });
});

it('shows what the server refused whether or not the field was left', () => {
  expect(shownProblems(found, { name: 'Taken.' }, new Set(['name']))).toEqual({ name: 'Taken.' });
});

it('keeps a refusal about a field that the form does not show', () => {
  expect(splitRefusal({ problems: { email: 'Taken.', seats: 'None is free.' } }, ['name', 'email'])).toEqual({
    problems: { email: 'Taken.' },
    message: 'seats: None is free.',
  });
});

it('is ready when no field has a problem', () => {
  expect([hasProblems(found), hasProblems({ role: undefined })]).toEqual([true, false]);
});
