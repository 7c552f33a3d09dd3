import { expect, test } from 'vitest';
import { findingsIn, spelled } from '../test/findings-in.ts';
import { rule } from './suppressions.ts';

const expectError = spelled('// @ts-', 'expect-error');
const disable = spelled('// oxlint-', 'disable-next-line no-console');

test('one with its reason is allowed', () => {
  expect(findingsIn(rule, { 'a.ts': `${expectError} -- the library's type forgets null` })).toEqual([]);
});

test.each([expectError, disable, spelled('// @ts-', 'ignore -- because')])(
  '%s without a reason is found',
  (comment) => {
    expect(findingsIn(rule, { 'a.ts': `\n${comment}\n` })).toEqual([expect.stringMatching(/^a\.ts:2 /)]);
  },
);

test('more than three in ten thousand lines are found', () => {
  const commented = `${disable} -- why\n`;
  expect(findingsIn(rule, { 'a.ts': commented.repeat(3) + '\n'.repeat(9_997) })).toEqual([]);
  expect(findingsIn(rule, { 'a.ts': commented.repeat(4) + '\n'.repeat(9_996) })).toHaveLength(1);
});
