import { expect, it } from 'vitest';
import { hasModifier, matchKeys, pressName } from './match-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => pressName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

const commands = [
  { keys: 'mod+k' },
  { keys: 'g h' },
  { keys: 'g i' },
  { keys: '?' },
  { keys: 'shift+d' },
  {},
];

it('names a press the same on every machine', () => {
  expect([
    press('k', { ctrlKey: true }),
    press('k', { metaKey: true }),
    press('D', { shiftKey: true }),
    press('?', { shiftKey: true }),
    press(' '),
  ]).toEqual(['mod+k', 'mod+k', 'shift+d', '?', 'space']);
});

it('finds a command by one press', () => {
  expect(matchKeys('', 'mod+k', commands)).toEqual({ found: commands[0] });
});

it('waits for the second of two keys', () => {
  expect(matchKeys('', 'g', commands)).toEqual({ waiting: 'g' });
  expect(matchKeys('g', 'i', commands)).toEqual({ found: commands[2] });
});

it('takes a press on its own when it does not continue what was waiting', () => {
  expect(matchKeys('g', '?', commands)).toEqual({ found: commands[3] });
  expect(matchKeys('g', 'z', commands)).toBe('none');
});

it('tells keys that work while typing from those that do not', () => {
  expect(['mod+k', 'alt+1', 'g', 'shift+d'].map(hasModifier)).toEqual([true, true, false, false]);
});
