import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFieldValue, type FieldKind } from './read-field-value.ts';

const sizes = ['S', 'M', 'XL, XXL', 'फ़्री'];
const read = (kind: FieldKind, text: string) => readFieldValue({ kind, choices: sizes }, text);
const of = (kind: FieldKind, text: string): unknown => {
  const answer = read(kind, text);
  return 'problem' in answer ? answer.problem : answer.value;
};

describe('a value that people wrote', () => {
  test.each([
    ['31/12/2026', '2026-12-31'],
    ['1-2-2026', '2026-02-01'],
    ['31.12.2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2026-12-31T00:00:00.000Z', '2026-12-31'],
    ['31 Dec 2026', '2026-12-31'],
    ['1st January, 2026', '2026-01-01'],
    ['Dec 31, 2026', '2026-12-31'],
    ['३१ दिसंबर २०२६', '2026-12-31'],
    ['29/02/2028', '2028-02-29'],
    ['12/31/2026', 'month_first'],
    ['31/12/26', 'short_year'],
    ['29/02/2026', 'no_such_day'],
    ['31/04/2026', 'no_such_day'],
    ['tomorrow', 'no_date'],
    ['46022', 'no_date'],
  ])('is the date that %s means', (text, value) => expect(of('date', text)).toBe(value));

  test.each([
    ['1,00,000', 100_000],
    ['100,000', 100_000],
    ['₹ 1,00,000.50', 100_000.5],
    ['Rs. 499', 499],
    ['-12', -12],
    ['१,२३४', 1234],
    ['.5', 0.5],
    ['-0', 0],
    ['1,50', 'no_number'],
    ['1.000,50', 'no_number'],
    ['1,00,00', 'no_number'],
    ['12 kg', 'no_number'],
    ['1e5', 'no_number'],
    ['99999999999999999', 'number_too_large'],
  ])('is the number that %s means', (text, value) => expect(of('number', text)).toBe(value));

  test.each([
    ['हाँ', true],
    ['Yes', true],
    ['१', true],
    ['haan', true],
    ['नहीं।', false],
    ['FALSE', false],
    ['maybe', 'no_yes_no'],
  ])('is the yes or no of %s', (text, value) => expect(of('yes_no', text)).toBe(value));

  test.each([
    ['17:30', '17:30'],
    ['5:30 pm', '17:30'],
    ['12 am', '00:00'],
    ['12.05 P.M.', '12:05'],
    ['0530', '05:30'],
    ['७:०५', '07:05'],
    ['24:00', 'no_time'],
    ['13 pm', 'no_time'],
    ['7', 'no_time'],
  ])('is the time that %s means', (text, value) => expect(of('time', text)).toBe(value));

  test('is a choice however it is capitalised, and several of them in the order of the field', () => {
    expect(of('choice', ' m ')).toBe('M');
    expect(of('choice', 'फ़्री'.normalize('NFD'))).toBe('फ़्री');
    expect(of('choices', 'm; S')).toEqual(['S', 'M']);
    expect(of('choices', 'xl, xxl')).toEqual(['XL, XXL']);
    expect(read('choices', 'S, L')).toMatchObject({
      problem: 'not_a_choice',
      sentence: expect.stringContaining('“l” cannot be chosen. Choose from S, M') as string,
    });
  });

  test.each([
    ['meera.example.in/saree', 'https://meera.example.in/saree'],
    ['http://example.in', 'http://example.in/'],
    ['javascript:alert(1)', 'no_link'],
    ['data:text/html,x', 'no_link'],
    ['https://meera:secret@example.in', 'link_with_password'],
    ['localhost', 'no_link'],
  ])('is the address of %s, when browsers may be sent there', (text, value) =>
    expect(of('link', text)).toBe(value),
  );

  test('never holds what hides or reverses text, and is never endless', () => {
    expect(of('text', 'safe\u202Egpj.exe')).toBe('hidden_characters');
    expect(of('text', 'a\u0000b')).toBe('hidden_characters');
    expect(of('text', 'ज'.repeat(2_001))).toBe('too_long');
    expect(of('text', '   ')).toBe('empty');
  });

  test('means the same when it is read again', () => {
    const kinds: FieldKind[] = ['text', 'number', 'date', 'time', 'yes_no', 'choice', 'choices', 'link'];
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[\d,.\-/: ]{1,12}$/),
      fc.constantFrom(...sizes, '1,00,000', '31/12/2026'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), text, (kind, written) => {
        const first = read(kind, written);
        if ('problem' in first) return first.sentence.length > 0;
        const again = Array.isArray(first.value) ? first.value.join(';') : String(first.value);
        expect(read(kind, again)).toEqual(first);
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is a day of the calendar is kept as that day, day first', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const [year, month, day] = date.toISOString().slice(0, 10).split('-');
        expect(of('date', `${day}/${month}/${year}`)).toBe(`${year}-${month}-${day}`);
      }),
    );
  });
});
