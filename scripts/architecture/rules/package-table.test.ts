import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './package-table.ts';

const packages = Object.fromEntries(
  ['packages/contract', 'packages/whatsapp', 'apps/server', 'apps/web', 'apps/emulator'].flatMap((folder) => [
    [`${folder}/package.json`, JSON.stringify({ name: `@trikon/${folder.split('/')[1]}` })],
    [`${folder}/src/index.ts`, ''],
  ]),
);

test.each([
  ['apps/server/src/app.ts', `import { contract } from '@trikon/contract';`],
  ['apps/emulator/src/graph.ts', `import type { Message } from '@trikon/whatsapp';`],
  ['apps/server/test/world.ts', `import { startEmulator } from '@trikon/emulator';`],
])('%s may say %s', (file, text) => {
  expect(findingsIn(rule, { ...packages, [file]: text })).toEqual([]);
});

test.each([
  ['packages/contract/src/events.ts', `import { app } from '@trikon/server';`],
  ['apps/web/src/main.tsx', `import { send } from '@trikon/whatsapp';`],
  ['apps/emulator/src/graph.ts', `import { sign } from '@trikon/whatsapp';`],
  ['apps/server/src/app.ts', `import { startEmulator } from '@trikon/emulator';`],
  ['apps/server/src/app.ts', `import { contract } from '../../../packages/contract/src/index.ts';`],
])('%s may not say %s', (file, text) => {
  expect(findingsIn(rule, { ...packages, [file]: text })).toHaveLength(1);
});

test('a package without a row is found', () => {
  expect(findingsIn(rule, { 'packages/new/package.json': '{"name":"@trikon/new"}' })).toHaveLength(1);
});
