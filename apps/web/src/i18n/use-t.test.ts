import { expect, expectTypeOf, it } from 'vitest';
import { defineMessages, type ParamsOf, type SameAs } from './define-messages.ts';
import { defaultLocale } from './locale.ts';
import { createT } from './use-t.ts';

const sample = defineMessages('sample', {
  en: { plain: 'Save', named: 'Hello {name}', people: { one: 'One person', other: '{count} people' } },
  hi: { plain: 'सेव करें', named: 'नमस्ते {name}', people: { one: 'एक व्यक्ति', other: '{count} लोग' } },
});

const english = createT(sample, defaultLocale);
const hindi = createT(sample, { ...defaultLocale, language: 'hi' });

it('says a message in the language of the reader', () => {
  expect([english('plain'), hindi('plain')]).toEqual(['Save', 'सेव करें']);
});

it('fills parameters in, numbers grouped as the workspace reads them', () => {
  expect(english('named', { name: 'Meera' })).toBe('Hello Meera');
  expect(english('people', { count: 125_000 })).toBe('1,25,000 people');
  expect(createT(sample, { ...defaultLocale, grouping: 'international' })('people', { count: 125_000 })).toBe(
    '125,000 people',
  );
});

it('chooses the plural by the rules of the language: Hindi counts zero with one', () => {
  expect([english('people', { count: 0 }), hindi('people', { count: 0 })]).toEqual(['0 people', 'एक व्यक्ति']);
});

it('reads a language added as a file, and English where that lacks a message', () => {
  const tamil = createT(sample, {
    ...defaultLocale,
    language: 'ta',
    pack: { name: 'தமிழ்', words: { sample: { plain: 'சேமி' } } },
  });
  expect([tamil('plain'), tamil('named', { name: 'Meera' })]).toEqual(['சேமி', 'Hello Meera']);
});

it('leaves text that a customer wrote alone, braces and all', () => {
  expect(english('named', { name: '{name} <b>' })).toBe('Hello {name} <b>');
});

it('does not compile with a missing, an extra or a differing message, or without a parameter', () => {
  const en = { one: 'To {name}', two: 'Two' } as const;
  const whole = { one: '{name} को', two: 'दो' } as const;
  const missing = { one: '{name} को' } as const;
  const extra = { ...whole, three: 'तीन' } as const;
  const differing = { ...whole, one: '{who} को' } as const;
  expectTypeOf(whole).toExtend<SameAs<typeof en, typeof whole>>();
  expectTypeOf(missing).not.toExtend<SameAs<typeof en, typeof missing>>();
  expectTypeOf(extra).not.toExtend<SameAs<typeof en, typeof extra>>();
  expectTypeOf(differing).not.toExtend<SameAs<typeof en, typeof differing>>();
  expectTypeOf<ParamsOf<(typeof en)['one']>>().toEqualTypeOf<'name'>();
  expectTypeOf(english<'named'>).parameters.toEqualTypeOf<
    [key: 'named', params: Record<'name', string | number>]
  >();
});
