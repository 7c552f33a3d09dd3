import { describe, expect, it } from 'vitest';
import { addDays, addMonths, isDay, monthWeeks, rangeOf, today } from './day.ts';
import { choiceFromText, choiceToText, presetRange } from './presets.ts';
import { readDay } from './read-day.ts';

describe('days', () => {
  it('are those of the workspace: after midnight in India it is tomorrow', () => {
    const instant = new Date('2026-11-20T19:00:00Z');
    expect([today('Asia/Kolkata', instant), today('UTC', instant)]).toEqual(['2026-11-21', '2026-11-20']);
  });

  it('cross months and leap years', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-02-28',
    ]);
  });

  it('stay within a shorter month', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2026-03-31', -1), addMonths('2026-11-30', 3)]).toEqual([
      '2026-02-28',
      '2026-02-28',
      '2027-02-28',
    ]);
  });

  it('make six weeks from Monday', () => {
    const weeks = monthWeeks('2026-11-21');
    expect([weeks.length, weeks[0]?.[0], weeks[5]?.[6]]).toEqual([6, '2026-10-26', '2026-12-06']);
  });

  it('are told from what only looks like one', () => {
    expect(['2026-11-21', '2026-02-30', '2026-1-1', 'soon'].map(isDay)).toEqual([true, false, false, false]);
  });
});

describe('ranges', () => {
  it('run forward whichever day was chosen first', () => {
    expect(rangeOf('2026-11-21', '2026-11-04')).toEqual({ from: '2026-11-04', to: '2026-11-21' });
  });

  it('of the last seven days include today', () => {
    expect(presetRange('last7', '2026-11-21')).toEqual({ from: '2026-11-15', to: '2026-11-21' });
    expect(presetRange('thisMonth', '2026-11-21').from).toBe('2026-11-01');
  });

  it('are kept in an address by name or by days, and nonsense falls back', () => {
    expect(choiceFromText(choiceToText('last28'), 'today')).toBe('last28');
    const days = { from: '2026-11-04', to: '2026-11-17' };
    expect(choiceFromText(choiceToText(days), 'today')).toEqual(days);
    expect(choiceFromText('2026-11-17..2026-11-04', 'today')).toBe('today');
  });
});

describe('a typed day', () => {
  const read = (text: string, language = 'en') => readDay(text, language, '2026-11-21');

  it('is read day first, as it is said', () => {
    expect(
      ['4/11/26', '4-11-2026', '04.11.2026', '4 Nov', '4 nov, 2026', '2026-11-04'].map((text) => read(text)),
    ).toEqual(Array(6).fill('2026-11-04'));
  });

  it('may name its month in Hindi', () => {
    expect(read('4 नवंबर', 'hi')).toBe('2026-11-04');
  });

  it('is refused when there is no such day', () => {
    expect(['31 Nov', '4', 'tomorrow', '', '32/1/2026'].map((text) => read(text))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
