import { describe, expect, it } from 'vitest';
import { findMatches, jsonTokens } from './spans.ts';

describe('finding', () => {
  it('finds every place, whether in capitals or not, in any script', () => {
    const text = 'Asha asha साड़ी asHA साड़ी';
    const words = (wanted: string): string[] =>
      findMatches(text, wanted).map(({ from, to }) => text.slice(from, to));
    expect(words('ASHA')).toEqual(['Asha', 'asha', 'asHA']);
    expect(words('साड़ी')).toHaveLength(2);
    expect(words('')).toEqual([]);
  });

  it('keeps its places after letters that change their length with their case', () => {
    const text = 'İİİ wamid';
    expect(findMatches(text, 'wamid')).toEqual([{ from: 4, to: 9 }]);
  });
});

describe('what is what in a JSON text', () => {
  it('tells names, texts and values apart, whatever stands in them', () => {
    const text = JSON.stringify(
      { id: 'a "b": 1, true', at: -1.5e3, on: true, of: null, 'x"y': [2] },
      null,
      2,
    );
    const { name, text: texts, value } = jsonTokens(text);
    const words = (spans: { from: number; to: number }[]): string[] =>
      spans.map(({ from, to }) => text.slice(from, to));
    expect(words(name)).toEqual(['"id"', '"at"', '"on"', '"of"', String.raw`"x\"y"`]);
    expect(words(texts)).toEqual([String.raw`"a \"b\": 1, true"`]);
    expect(words(value)).toEqual(['-1500', 'true', 'null', '2']);
  });
});
