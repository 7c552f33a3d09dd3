import { expect, it } from 'vitest';
import { isAppSecret, isMetaId, isToken, pasted } from './pasted.ts';

it('takes away what comes along when a value is copied from a page', () => {
  expect(pasted('  6349 7468\n8087057\u200B\uFEFF ')).toBe('634974688087057');
});

it('knows the shape of what Meta gives', () => {
  expect([isMetaId('634974688087057'), isMetaId('6349'), isMetaId('+912614001234')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isAppSecret('b7c1f2a4d95e4c0f8a36e1d27f40c9b8'), isAppSecret('b7c1')]).toEqual([true, false]);
  expect([isToken('EAAtrikonEmulatorSuratSilks'), isToken('EAA?'), isToken('')]).toEqual([
    true,
    false,
    false,
  ]);
});
