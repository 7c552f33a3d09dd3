import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const inLanguages = (...languages: string[]) =>
  languages.map((language) => ({ name: `order_sent_${language.toLowerCase()}_v1`, language }));

test('whoever reads Hindi gets Hindi', () => {
  expect(chooseLanguage(inLanguages('en', 'hi'), 'hi', ['en'])).toEqual({
    name: 'order_sent_hi_v1',
    language: 'hi',
    because: 'contact',
  });
});

test('the English of India stands in for English, and the other way round', () => {
  expect(chooseLanguage(inLanguages('hi', 'en_IN'), 'en', [])?.language).toBe('en_IN');
  expect(chooseLanguage(inLanguages('hi', 'en'), 'en_IN', [])?.language).toBe('en');
  expect(chooseLanguage(inLanguages('en_US', 'en_IN'), 'en_IN', [])?.language).toBe('en_IN');
});

test('a contact’s language is a tag, a template’s is as WhatsApp writes it', () => {
  expect(chooseLanguage(inLanguages('hi', 'en'), 'en-IN', [])).toMatchObject({
    language: 'en',
    because: 'contact',
  });
  expect(chooseLanguage(inLanguages('en', 'en_US'), 'en-US', [])?.language).toBe('en_US');
});

test('where the contact’s language is missing the workspace’s order decides, then the language that was first', () => {
  expect(chooseLanguage(inLanguages('en', 'hi'), 'ta', ['te', 'hi', 'en'])).toMatchObject({
    language: 'hi',
    because: 'workspace',
  });
  expect(chooseLanguage(inLanguages('en', 'hi'), 'ta', ['te'])).toMatchObject({
    language: 'en',
    because: 'template',
  });
  expect(chooseLanguage(inLanguages('en', 'hi'), null, [])).toMatchObject({
    language: 'en',
    because: 'template',
  });
});

test('what may not be sent in any language is not sent in another one', () => {
  expect(chooseLanguage([], 'hi', ['en'])).toBeNull();
});
