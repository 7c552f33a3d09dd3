import { expect, test } from 'vitest';
import { GraphError } from '../graph/errors.ts';
import {
  choice,
  choices,
  flag,
  list,
  requiredChoice,
  requiredText,
  requireProduct,
  text,
} from './reading.ts';

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return (error as GraphError).envelope('t').error.message;
  }
  return 'nothing was refused';
};

test('a text is measured in characters as people count them', () => {
  expect(text({ about: 'नमस्ते 🙏' }, 'about', { max: 8 })).toBe('नमस्ते 🙏');
  expect(refusal(() => text({ about: 'four' }, 'about', { max: 3 }))).toBe(
    '(#100) Param about must be at most 3 characters long.',
  );
  expect(refusal(() => text({ about: 'a' }, 'about', { min: 2 }))).toContain('at least 2');
});

test('what is missing, empty or of the wrong kind is named', () => {
  expect(refusal(() => requiredText({}, 'pin'))).toBe('(#100) The parameter pin is required.');
  expect(refusal(() => requiredText({ pin: '' }, 'pin'))).toContain('is required');
  expect(refusal(() => text({ pin: {} }, 'pin'))).toContain('must be a string');
  expect(refusal(() => requireProduct({ messaging_product: 'telegram' }))).toContain('{whatsapp}');
  expect(refusal(() => requiredChoice({}, 'code_method', ['SMS']))).toContain('code_method is required');
});

test('forms write numbers, flags and lists as texts', () => {
  expect(text({ pin: 123456 }, 'pin')).toBe('123456');
  expect([flag({ a: 'true' }, 'a'), flag({ a: '0' }, 'a'), flag({}, 'a')]).toEqual([true, false, undefined]);
  expect(refusal(() => flag({ a: 'perhaps' }, 'a'))).toContain('must be a boolean');
  expect(list({ tasks: 'MANAGE, DEVELOP' }, 'tasks')).toEqual(['MANAGE', 'DEVELOP']);
  expect(refusal(() => list({ tasks: 5 }, 'tasks'))).toContain('must be an array');
});

test('a value outside of a fixed choice is told which there are', () => {
  expect(choice({ mode: 'SMS' }, 'mode', ['SMS', 'VOICE'])).toBe('SMS');
  expect(refusal(() => choices({ mode: ['SMS', 'FAX'] }, 'mode', ['SMS', 'VOICE']))).toBe(
    '(#100) Param mode[1] must be one of {SMS, VOICE}.',
  );
});
