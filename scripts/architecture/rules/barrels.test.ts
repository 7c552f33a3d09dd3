import { expect, test } from 'vitest';
import { findingsIn, inModule } from '../test/findings-in.ts';
import { rule } from './barrels.ts';

const barrel = `// Everything.\nexport { a } from './a.ts';\nexport type {\n  B,\n} from './b.ts';\n`;

test("a module's face and a package's entry may re-export", () => {
  const files = { [inModule('contacts/index.ts')]: barrel, 'packages/contract/src/index.ts': barrel };
  expect(findingsIn(rule, files)).toEqual([]);
});

test('a file that does something of its own may re-export too', () => {
  expect(findingsIn(rule, { 'apps/a.ts': `${barrel}export const c = 1;` })).toEqual([]);
});

test.each(['apps/web/src/ui/index.ts', 'apps/web/src/ui/all.ts'])(
  '%s that only re-exports is found',
  (file) => {
    expect(findingsIn(rule, { [file]: barrel })).toEqual([`${file}:1 this file only re-exports`]);
  },
);

test('a re-export without names is found even in a face', () => {
  const file = inModule('contacts/index.ts');
  const text = `export const b = 1;\nexport * from './a.ts';`;
  expect(findingsIn(rule, { [file]: text })).toEqual([`${file}:2 export * from`]);
});
