import { expect, test } from 'vitest';
import { findingsIn, inWeb } from '../test/findings-in.ts';
import { rule } from './feature-layers.ts';

const contacts = {
  [inWeb('features/contacts/index.ts')]: '',
  [inWeb('features/contacts/ContactPage.tsx')]: '',
};

test('a feature may import a lower one through its index, and the routes may import any page', () => {
  const files = {
    ...contacts,
    [inWeb('ui/Button.tsx')]: '',
    [inWeb('whatsapp/Bubble.tsx')]: `import { x } from '../ui/Button.tsx';`,
    [inWeb('features/inbox/InboxPage.tsx')]: `import { x } from '../contacts/index.ts';
      import { y } from '../../whatsapp/Bubble.tsx';`,
    [inWeb('routes.tsx')]: `const page = () => import('./features/contacts/ContactPage.tsx');`,
  };
  expect(findingsIn(rule, files)).toEqual([]);
});

test.each([
  ['of a feature by ui/', 'ui/Button.tsx', '../features/contacts/index.ts'],
  ['of a feature by whatsapp/', 'whatsapp/Bubble.tsx', '../features/contacts/index.ts'],
  ['past an index', 'features/inbox/InboxPage.tsx', '../contacts/ContactPage.tsx'],
  ['sideways', 'features/campaigns/PlanPage.tsx', '../inbox/index.ts'],
])('an import %s is found', (_, from, specifier) => {
  const files = {
    ...contacts,
    [inWeb('features/inbox/index.ts')]: '',
    [inWeb(from)]: `import { x } from '${specifier}';`,
  };
  expect(findingsIn(rule, files)).toHaveLength(1);
});

test('ui/ knows nothing of WhatsApp', () => {
  const files = {
    [inWeb('whatsapp/Bubble.tsx')]: '',
    [inWeb('ui/Button.tsx')]: `import { x } from '../whatsapp/Bubble.tsx';`,
  };
  expect(findingsIn(rule, files)).toHaveLength(1);
});
