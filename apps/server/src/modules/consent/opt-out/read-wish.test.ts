import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examplesIn, type WishExamples } from './examples/wish-examples.ts';
import { wishesInEnglishAndHindi } from './examples/wishes-in-english-and-hindi.ts';
import { wishesInOtherLanguages } from './examples/wishes-in-other-languages.ts';
import { whatIsNoWish } from './examples/what-is-no-wish.ts';
import { readWish } from './read-wish.ts';

const wishes: WishExamples = { ...wishesInEnglishAndHindi, ...wishesInOtherLanguages };

// In Latin letters many words are the same in several languages; then the first one's is as good.
describe('what customers ask for is understood', () => {
  for (const [language, byWish] of Object.entries(wishes))
    for (const [wish, texts] of Object.entries(byWish))
      test(`${wish} in ${language}`, () => {
        const wrong = examplesIn(texts).flatMap((text) => {
          const read = readWish(text);
          const isTheirs = language.endsWith('-Latn') || language === 'en' || read?.language === language;
          return read?.wish === wish && isTheirs ? [] : [{ text, read }];
        });
        expect(wrong).toEqual([]);
      });
});

describe('nothing is read into what else customers write', () => {
  for (const [language, texts] of Object.entries(whatIsNoWish))
    test(language, () => {
      const wrong = examplesIn(texts).flatMap((text) =>
        readWish(text) === null ? [] : [text, readWish(text)],
      );
      expect(wrong).toEqual([]);
    });
});

test('there are hundreds of both', () => {
  const count = (texts: readonly string[]): number => new Set(texts.flatMap(examplesIn)).size;
  expect(count(Object.values(wishes).flatMap((byWish) => Object.values(byWish)))).toBeGreaterThanOrEqual(400);
  expect(count(Object.values(whatIsNoWish))).toBeGreaterThanOrEqual(400);
});

const all = Object.values(wishes).flatMap((byWish) =>
  Object.entries(byWish).flatMap(([wish, texts]) => examplesIn(texts).map((text) => ({ wish, text }))),
);
const noise = fc.constantFrom('', ' ', '!', '...', ' 🙏', '\u200b', '\ufe0f', ' 😡😡', '\n', '*', '।');

test('case, emoji, marks and what nobody sees change nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      noise,
      noise,
      fc.boolean(),
      ({ wish, text }, before, behind, loud) => {
        const said = `${before}${loud ? text.toUpperCase() : text}${behind}`;
        expect([said, readWish(said)?.wish]).toEqual([said, wish]);
      },
    ),
    { numRuns: 400 },
  );
});

test('a wish within a longer sentence about something else is none', () => {
  const about = fc.constantFrom(
    'my parcel',
    'the blue saree',
    'at the gate',
    'order 4711',
    'मेरा पार्सल',
    'ನನ್ನ ಆರ್ಡರ್',
  );
  fc.assert(
    fc.property(fc.constantFrom(...all), about, fc.boolean(), ({ text }, thing, first) => {
      const said = first ? `${thing} ${text}` : `${text} ${thing}`;
      expect([said, readWish(said)]).toEqual([said, null]);
    }),
    { numRuns: 400 },
  );
});

test('whatever comes is read at once', () => {
  const words = fc.array(
    fc.constantFrom('please', 'sir', 'ji', 'ok', 'now', 'mat', 'band', 'stop', 'all', 'x'),
    { maxLength: 40 },
  );
  const text = fc.oneof(
    words.map((said) => said.join(' ')),
    fc.string({ maxLength: 5000, unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (said) => {
      const began = performance.now();
      readWish(said);
      expect(performance.now() - began).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
