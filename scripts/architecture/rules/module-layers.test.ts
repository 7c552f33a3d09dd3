import { expect, test } from 'vitest';
import { findingsIn, inModule } from '../test/findings-in.ts';
import { rule } from './module-layers.ts';

const contacts = { [inModule('contacts/index.ts')]: '', [inModule('contacts/queries.ts')]: '' };
const inbox = { [inModule('inbox/index.ts')]: '' };

test('a module may import a lower one through its index, and the wiring may import anything', () => {
  const files = {
    ...contacts,
    ...inbox,
    [inModule('inbox/assign.ts')]: `import { x } from '../contacts/index.ts';`,
    'apps/server/src/app.ts': `import { x } from './modules/inbox/index.ts';`,
  };
  expect(findingsIn(rule, files)).toEqual([]);
});

test.each([
  ['upwards', inModule('contacts/merge.ts'), '../inbox/index.ts', inModule('inbox/index.ts')],
  ['sideways', inModule('campaigns/plan.ts'), '../inbox/index.ts', inModule('inbox/index.ts')],
  ['past an index', inModule('inbox/assign.ts'), '../contacts/queries.ts', inModule('contacts/queries.ts')],
  [
    'out of the platform',
    'apps/server/src/platform/db/pool.ts',
    '../../modules/inbox/index.ts',
    inModule('inbox/index.ts'),
  ],
])('an import %s is found, for types too', (_, from, specifier, to) => {
  const files = { ...contacts, ...inbox, [from]: `\nimport type { X } from '${specifier}';` };
  expect(findingsIn(rule, files)).toEqual([`${from}:2 imports ${to}`]);
});

test('a module without a place in the order is found', () => {
  const file = inModule('horoscopes/index.ts');
  expect(findingsIn(rule, { [file]: '' })).toEqual([
    `${file}:1 the module horoscopes has no place in order.ts`,
  ]);
});
