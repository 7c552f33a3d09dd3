import { expect, test } from 'vitest';
import { findingsIn, spelled } from '../test/findings-in.ts';
import { rule } from './open-ends.ts';

const word = spelled('TO', 'DO');

test('one with a name is allowed', () => {
  expect(findingsIn(rule, { 'a.ts': `// ${word}(asha): when the API returns it` })).toEqual([]);
});

test.each([word, spelled('FIX', 'ME'), spelled('HA', 'CK')])('%s without a name is found', (mark) => {
  expect(findingsIn(rule, { 'a.ts': `// ${mark}: later` })).toEqual([`a.ts:1 ${mark}`]);
});
