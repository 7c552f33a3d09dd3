import { expect, test } from 'vitest';
import { authenticationTexts } from './authentication-texts.ts';
import { variablesIn } from './checks/variables.ts';
import { isLanguage, languageCodes, languageName } from './languages.ts';

test('languages have the names that Meta’s refusals use', () => {
  expect(languageName('en_US')).toBe('English (US)');
  expect(languageName('hi')).toBe('Hindi');
  expect(languageName('pt_BR')).toBe('Portuguese (BR)');
  expect(languageCodes.length).toBeGreaterThan(90);
  expect(new Set(languageCodes).size).toBe(languageCodes.length);
  expect(languageCodes.every((code) => /^[a-z]{2,3}(_[A-Z]{2})?$/.test(code))).toBe(true);
});

test('a language that Meta lacks is none', () => {
  expect(['or', 'as', 'pa_IN', 'EN', ''].filter(isLanguage)).toEqual([]);
});

test('a code’s text has its variable in every language, and its end the minutes', () => {
  for (const code of languageCodes) {
    const { code: text, expiry, copy, autofill } = authenticationTexts(code);
    expect([code, variablesIn(text)]).toEqual([code, ['1']]);
    expect(expiry(7)).toContain('7');
    expect(Math.max(copy.length, autofill.length)).toBeLessThanOrEqual(25);
  }
});

test('a region takes the texts of its language', () => {
  expect(authenticationTexts('bn_IN')).toBe(authenticationTexts('bn'));
  expect(authenticationTexts('en').expiry(1)).toBe('This code expires in 1 minute.');
});
