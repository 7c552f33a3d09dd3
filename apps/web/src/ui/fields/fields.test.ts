import { describe, expect, it } from 'vitest';
import { initials, hueOf } from '../display/initials.ts';
import { spreadLabels, seriesStyle } from '../charts/chart-data.ts';
import { matchOptions } from './match-options.ts';
import { readNumber } from './read-number.ts';

describe('a typed number', () => {
  it('is read however it is grouped and in whichever digits', () => {
    expect(['1,25,000', '125,000', '₹ 1 25 000', '१,२५,०००', '௧௨௫௦௦௦'].map(readNumber)).toEqual(
      Array(5).fill(125_000),
    );
    expect(['-12.5', '.5', '−3'].map(readNumber)).toEqual([-12.5, 0.5, -3]);
  });

  it('is refused when it is none', () => {
    expect(['', '12a', '1.2.3', '-', '1e5'].map(readNumber)).toEqual([null, null, null, null, null]);
  });
});

describe('initials', () => {
  it('are two Latin letters, titles aside', () => {
    expect(['Meera Joshi', 'Dr. Sanjay Kulkarni', 'meera', 'Asha  Devi Rao'].map(initials)).toEqual([
      'MJ',
      'SK',
      'M',
      'AR',
    ]);
  });

  it('keep an Indic letter whole with its signs', () => {
    expect(['प्रियंका देशपांडे', 'திருவேங்கடநாதன்', 'কৌশিক', 'श्री राम'].map(initials)).toEqual([
      'प्रि',
      'தி',
      'কৌ',
      'रा',
    ]);
  });

  it('are empty without a name', () => {
    expect(['', '  ', '🙂', '+'].map(initials)).toEqual(['', '', '', '']);
  });

  it('come with a colour that stays', () => {
    expect(hueOf('person-7')).toBe(hueOf('person-7'));
    expect(new Set(Array.from({ length: 60 }, (_, place) => hueOf(`person ${place}`))).size).toBe(8);
  });
});

describe('options', () => {
  const cities = ['Bengaluru', 'Kochi', 'Kolkata', 'New Delhi', 'São Paulo', 'दिल्ली'].map((label) => ({
    value: label,
    label,
  }));
  const found = (text: string) => matchOptions(cities, text).map((option) => option.label);

  it('that begin with the text come before those that contain it', () => {
    expect(found('ko')).toEqual(['Kochi', 'Kolkata']);
    expect(found('del')).toEqual(['New Delhi']);
    expect(found('l')).toEqual(['Bengaluru', 'Kolkata', 'New Delhi', 'São Paulo']);
  });

  it('are found without accents and in any script', () => {
    expect([found('sao'), found('दि')]).toEqual([['São Paulo'], ['दिल्ली']]);
  });
});

describe('names at the ends of lines', () => {
  it('are pushed apart, keep their order and stay inside', () => {
    expect(spreadLabels([50, 52, 90], 15, 0, 100)).toEqual([50, 65, 90]);
    expect(spreadLabels([98, 97, 99], 15, 0, 100)).toEqual([85, 70, 100]);
  });

  it('step back when another series is the one to look at', () => {
    expect([seriesStyle(1, 'Pune', 'Surat').token, seriesStyle(0, 'Surat', 'Surat').token]).toEqual([
      '--series-rest',
      '--series-1',
    ]);
  });
});
