import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './doc-commands.ts';

const manifest = { 'package.json': '{"scripts":{"start":"x","db:copy":"y"}}' };

test('commands that exist are fine', () => {
  expect(findingsIn(rule, { ...manifest, 'README.md': 'npm start, `npm run db:copy`, npm ci' })).toEqual([]);
});

test.each(['npm run gone', 'npm test'])('%s is found when there is no such script', (command) => {
  expect(findingsIn(rule, { ...manifest, 'README.md': `\nRun ${command}.` })).toEqual([
    `README.md:2 ${command}`,
  ]);
});
