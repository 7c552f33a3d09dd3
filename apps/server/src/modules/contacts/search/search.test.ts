import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from './search-key.ts';
import { searchPatterns } from './search-pattern.ts';

function finds(typed: string, ...names: string[]): boolean {
  const key = ` ${names.map(nameKey).join(' ')} `;
  return searchPatterns(typed)?.every((pattern) => new RegExp(pattern, 'u').test(key)) ?? false;
}

describe('a name is found', () => {
  test.each([
    ['saree', 'साड़ी'],
    ['sari', 'साड़ी'],
    ['sharma', 'शर्मा'],
    ['sharma', 'ஷர்மா'],
    ['शर्मा', 'Sharma'],
    ['ஷர்மா', 'Sharma'],
    ['शर्मा', 'ஷர்மா'],
    ['ஷர்மா', 'शर्मा'],
    ['meera', 'मीरा'],
    ['meera', 'মীরা'],
    ['meera', 'మీరా'],
    ['meera', 'ಮೀರಾ'],
    ['meera', 'മീര'],
    ['meera', 'મીરા'],
    ['meera', 'ਮੀਰਾ'],
    ['meera', 'ମୀରା'],
    ['meera', 'மீரா'],
    ['meera', 'میرا'],
    ['ramesh', 'रमेश'],
    ['ramesh', 'ரமேஷ்'],
    ['ramesh', 'రమేష్'],
    ['geeta', 'கீதா'],
    ['Gita', 'Geetha'],
    ['कीता', 'Kita'],
    ['கீதா', 'Geeta'],
    ['gopal', 'கோபால்'],
    ['மகேஷ்', 'Mahesh'],
    ['laxmi', 'Lakshmi'],
    ['lakshmi', 'लक्ष्मी'],
    ['kamla', 'Kamala'],
    ['kamala', 'कमला'],
    ['कमला', 'Kamla'],
    ['singh', 'सिंह'],
    ['singh', 'ਸਿੰਘ'],
    ['krishna', 'कृष्ण'],
    ['krishn', 'Krishna'],
    ['vikas', 'বিকাশ'],
    ['bikash', 'Vikas'],
    ['choudhary', 'चौधरी'],
    ['gyan', 'ज्ञान'],
    ['rajni', 'रजनी'],
    ['pooja', 'पूजा'],
    ['sampat', 'संपत'],
    ['चंद्र', 'Chandra'],
    ['vijay', 'विजय'],
    ['aditya', 'आदित्य'],
    ['muhammad', 'محمد'],
    ['محمد', 'Mohammad'],
    ['naveed', 'نوید'],
    ['نوید', 'Naveed'],
    ['imran', 'عمران'],
    ['یوسف', 'Yusuf'],
    ['elodie', 'Élodie'],
    ['ÉLO', 'elodie'],
    ['😀', '😀 Ravi'],
    ['100%', '100% Ravi_'],
    ['李', '李 明'],
    ['patel', 'Meera Patel'],
    ['me pa', 'Meera Patel'],
    ['meeeera', 'Meera'],
    ['aa', 'आरती'],
    ['ee', 'Ishan'],
    ['zzzz', 'Zzzz Top'],
    ['pat mee', 'Meera Patel'],
  ])('by %s when it is written %s', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  test.each([
    ['me', 'Mohan'],
    ['ma', 'Mohan'],
    ['eera', 'Meera'],
    ['ravi', 'Meera'],
    ['saree', 'Sharma'],
    ['%', '100% Ravi_'],
    ['_', 'Ravi_'],
    ['रवि', 'मीरा'],
    ['ரவி', 'ராமன்'],
    ['gita', 'Kita'],
    ["' or 1=1 --", 'Meera'],
    ['zzzz', 'Jaya Zoya'],
    ['zz', 'Zoya'],
    ['ssss', 'Sharma'],
    ['aaaa', 'Anil'],
    ['ईईईई', 'Indu'],
    ['ززززز', 'Zoya'],
    ['zzzz', 'زویا'],
  ])('not by %s when it is %s', (typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  const latin = fc.stringMatching(/^[a-z]{1,14}$/);
  test('by the beginning of each of its words, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(latin, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (words, which, length) => {
          const word = words[which % words.length]!;
          expect(finds(word.slice(0, 1 + (length % word.length)), words.join(' '))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('by itself, in every script', () => {
    const scripts = [0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b00, 0x0b80, 0x0c00, 0x0c80, 0x0d00];
    const syllable = fc.tuple(
      fc.integer({ min: 0x15, max: 0x39 }),
      fc.constantFrom('', 0x3e, 0x3f, 0x40, 0x41, 0x47, 0x4b),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...scripts),
        fc.array(syllable, { minLength: 1, maxLength: 5 }),
        (script, parts) => {
          const word = parts
            .flat()
            .filter((place) => place !== '')
            .map((place) => String.fromCodePoint(script + Number(place)))
            .join('');
          // Not every script has every letter.
          fc.pre(/^[\p{L}\p{M}]+$/u.test(word));
          expect(finds(word, word)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the same in all scripts that have all sounds', () => {
    const scripts = [0x0980, 0x0a80, 0x0b00, 0x0c00, 0x0c80, 0x0d00];
    fc.assert(
      fc.property(
        fc.constantFrom('मीरा', 'रमेश', 'सुनीता', 'राजेश', 'दीपक', 'अनिल', 'नेहा'),
        fc.constantFrom(...scripts),
        (name, script) => {
          const there = Array.from(name, (letter) =>
            String.fromCodePoint(letter.codePointAt(0)! - 0x0900 + script),
          ).join('');
          expect(nameKey(there)).toBe(nameKey(name));
        },
      ),
    );
  });

  test('however hostile the text, without an error and with a key of bounded size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 400 }), (codes) => {
        const text = String.fromCodePoint(...codes);
        expect(nameKey(text).length).toBeLessThan(6000);
        expect(nameKey(text)).not.toMatch(/\p{Cc}/u);
        for (const pattern of searchPatterns(text) ?? [])
          expect(() => new RegExp(pattern, 'u')).not.toThrow();
      }),
    );
    expect(searchPatterns('x'.repeat(10_000))).toHaveLength(1);
  });
});

test('a phone is found by any three digits of it in a row', () => {
  for (const typed of ['43210', '98765 4', '098765-43210', '+91 98765', '0091 98765', '765 432', '९८७६५'])
    expect(searchPatterns(typed)).toEqual([expect.stringMatching(/^\d+$/)]);
  expect(searchPatterns('   ')).toBeNull();
  expect(searchPatterns('()')).toBeNull();
});

test('an address is found as it is written, and nothing in it is a wildcard', () => {
  expect(searchPatterns('Meera_P@gm')).toEqual([' meera_p@gm']);
  expect(searchPatterns('a.*(b|c)@[x')).toEqual([String.raw` a\.\*\(b\|c\)@\[x`]);
});
