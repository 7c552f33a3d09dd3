import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './doc-links.ts';

const files = { 'docs/backup.md': '', 'apps/server/src/config.ts': '' };

test('links to files, folders, places in them and the web are fine', () => {
  const text =
    '[a](docs/backup.md#how) [b](apps/server) [c](https://x.in) [d](#below) `apps/server/src/config.ts`\n```\n[e](nowhere.md)\n```';
  expect(findingsIn(rule, { ...files, 'README.md': text })).toEqual([]);
  expect(findingsIn(rule, { ...files, 'docs/a.md': '[a](backup.md) [b](../apps/server/)' })).toEqual([]);
});

test.each(['[a](docs/gone.md)', '<img src="docs/gone.png">', '`apps/server/src/gone.ts`'])(
  '%s is found',
  (text) => {
    expect(findingsIn(rule, { ...files, 'README.md': `\n${text}` })).toEqual([
      expect.stringMatching(/^README\.md:2 .*gone.* does not exist$/),
    ]);
  },
);
