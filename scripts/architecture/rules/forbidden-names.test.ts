import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './forbidden-names.ts';

test('a product word is a name, also when it is near a forbidden one', () => {
  const files = { 'calendar/serviceable.ts': '', 'library/a.ts': '', 'ui/ServicePicker.tsx': '' };
  expect(findingsIn(rule, files)).toEqual([]);
});

test.each([
  'apps/utils/money.ts',
  'apps/helpers.ts',
  'apps/lib/a.ts',
  'apps/contact-service.ts',
  'apps/SendManager.ts',
])('%s is found', (file) => {
  expect(findingsIn(rule, { [file]: '' })).toEqual([`${file}:1 this name`]);
});
