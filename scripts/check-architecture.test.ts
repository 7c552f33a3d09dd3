import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryTree } from './test/temporary-tree.ts';

const order = {
  '.gitignore': 'node_modules/\n',
  'apps/server/src/modules/order.ts': `export const moduleOrder = [['contacts'], ['inbox']];`,
};

function check(files: Record<string, string>) {
  const root = temporaryTree(files);
  const program = path.join(import.meta.dirname, 'check-architecture.ts');
  return spawnSync(process.execPath, [program, root], { encoding: 'utf8' });
}

test('a clean tree passes', () => {
  const { status, stdout } = check({
    ...order,
    'apps/server/src/modules/inbox/assign.ts': `import { merge } from '../contacts/index.ts';`,
    'apps/server/src/modules/contacts/index.ts': '',
    'node_modules/x/lib/a.ts': '',
  });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining('3 program files, 0 findings'),
  });
});

test('a finding names its place, the rule and the fix', () => {
  const { status, stdout } = check({
    ...order,
    'apps/server/src/modules/contacts/merge.ts': `\nimport { x } from '../inbox/index.ts';`,
    'apps/server/src/modules/inbox/index.ts': '',
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /only lower modules[^]*contacts\/merge\.ts:2 {2}imports apps\/server\/src\/modules\/inbox\/index\.ts[^]*Fix: Call downwards/,
  );
});

test('a tree in which it sees no imports does not pass for clean', () => {
  expect(check(order)).toMatchObject({ status: 1, stdout: expect.stringContaining('saw no imports') });
});
