import { expect, it } from 'vitest';
import { scoreCommand } from './score-command.ts';

const score = (typed: string, ...names: string[]): number => scoreCommand('id', typed, names);

it('puts the name that was typed above other words of the same command', () => {
  expect(score('surat', 'Switch to Surat Silks', 'Workspaces')).toBeGreaterThan(
    score('surat', 'Meera Patel', 'Team', 'meera@surat-silks.example'),
  );
  expect(score('sign out', 'Sign out', 'Your account')).toBe(1);
});

it('does not find letters that are scattered over a sentence', () => {
  expect(score('surat', 'Signing in', 'Your account', 'password passkey two-step security')).toBe(0);
});

it('finds words in any order, in any script, and by a word’s middle last', () => {
  expect(score('silks swi', 'Switch to Surat Silks')).toBeGreaterThan(0);
  expect(score('साइन', 'साइन आउट करें')).toBe(1);
  expect(score('out', 'Logout')).toBeLessThan(score('out', 'Sign out'));
  expect(score('out', 'Logout')).toBeGreaterThan(0);
});
