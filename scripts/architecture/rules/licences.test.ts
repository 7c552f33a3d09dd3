import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './licences.ts';

const lock = (license: string | undefined): Record<string, string> => ({
  'package-lock.json': JSON.stringify({
    packages: {
      '': { devDependencies: { tool: '1' } },
      'apps/server': { dependencies: { outer: '1' } },
      'node_modules/tool': { license: 'GPL-3.0-only' },
      'node_modules/outer': { license: 'MIT', dependencies: { '@a/inner': '1' } },
      'node_modules/outer/node_modules/@a/inner': { license },
    },
  }),
});

test.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC'])('%s is fine', (license) => {
  expect(findingsIn(rule, lock(license))).toEqual([]);
});

test.each(['AGPL-3.0-only', 'MIT AND GPL-2.0-only', 'BUSL-1.1', undefined])(
  '%s is found in depth',
  (license) => {
    expect(findingsIn(rule, lock(license))).toEqual([
      `package-lock.json:1 @a/inner is under ${license ?? 'none'}`,
    ]);
  },
);
