import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './import-circles.ts';

test('two ways to the same file are no circle', () => {
  const files = {
    'a.ts': `import './b.ts';\nimport './c.ts';`,
    'b.ts': `import './c.ts';`,
    'c.ts': '',
  };
  expect(findingsIn(rule, files)).toEqual([]);
});

test('a circle is shown file by file, also when it is only of types', () => {
  const files = {
    'a.ts': `import { b } from './b.ts';`,
    'b.ts': `import {\n  c,\n} from './c.ts';`,
    'c.ts': `\nimport type { A } from './a.ts';`,
  };
  expect(findingsIn(rule, files)).toEqual(['c.ts:2 a.ts → b.ts → c.ts → a.ts']);
});
