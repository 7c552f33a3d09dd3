/** So long a text says more than a wish. */
const longest = 160;

/** The words of a text, written as everybody else writes them: without marks, emoji and the spellings that vary. */
export function wordsOf(text: string): string[] {
  if (text.length > longest) return [];
  const plain = isAscii(text) ? text.toLowerCase().replaceAll(/['`]/g, '') : plainLetters(text);
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  // S.T.O.P and s t o p.
  const isSpelled = words.length > 2 && words.every((word) => /^[a-z]$/.test(word));
  return (isSpelled ? [words.join('')] : words).map(usualSpelling);
}

const isAscii = (text: string): boolean => /^[\x20-\x7e\n\r\t]*$/.test(text);

export const isAsking = (text: string): boolean => /[?？؟]/.test(text);

/** Without what nobody sees, apostrophes and the marks above Latin letters; one way of writing each letter. */
const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{Cf}\p{Variation_Selector}\u0300-\u036f\u0640\u064b-\u065f\u0670]/gu, '')
    .replaceAll(/['’‘`´]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ـيىكهۃةأإآؤئۂ]/g, (letter) => arabic[letter] ?? letter)
    .replaceAll(/[ൺ-ൿ]/g, (letter) => chillus[letter] ?? letter)
    .normalize('NFD');

/** Typed on an Arabic keyboard. */
const arabic: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ۃ: 'ہ',
  ة: 'ہ',
  ۂ: 'ہ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
};

/** Malayalam's letters without a vowel, as their consonants with the sign that takes it away. */
const chillus: Readonly<Record<string, string>> = {
  ൺ: 'ണ്',
  ൻ: 'ന്',
  ർ: 'ര്',
  ൽ: 'ല്',
  ൾ: 'ള്',
  ൿ: 'ക്',
};

const usualSpelling = (word: string): string =>
  isAscii(word)
    ? word.replaceAll(/([a-z])\1+/g, '$1')
    : withoutDoubles(Array.from(word, (letter) => indic(letter)).join(''));

/** The scripts of India stand in blocks of one plan, so the same place in each is the same sign. */
const firstIndic = 0x900;
const lastIndic = 0xd7f;
const block = 0x80;

/** Signs by their place: long vowels as short ones, all kinds of e and o, and every mark of a nasal as one. */
const alike: ReadonlyMap<number, number> = new Map([
  [0x01, 0x02],
  [0x40, 0x3f],
  [0x42, 0x41],
  [0x45, 0x47],
  [0x46, 0x47],
  [0x48, 0x47],
  [0x49, 0x4b],
  [0x4a, 0x4b],
  [0x4c, 0x4b],
  // Gurmukhi's tippi.
  [0x70, 0x02],
]);
/** Nukta, visarga, and Gurmukhi's addak. */
const silent: ReadonlySet<number> = new Set([0x3c, 0x03, 0x71]);

function indic(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code < firstIndic || code > lastIndic) return letter;
  const place = code % block;
  if (silent.has(place) && (place !== 0x71 || code === 0xa71)) return '';
  const same = place === 0x70 && code !== 0xa70 ? undefined : alike.get(place);
  return same === undefined ? letter : String.fromCodePoint(code - place + same);
}

const virama = '[्্੍્୍்్್്]';
const doubled = new RegExp(`(\\p{Lo})${virama}\\1`, 'gu');
/** बन्द is बंद. */
const halfNasal = new RegExp(`[ङञणनमਙਞਣਨਮઙઞણનમ]${virama}(?=\\p{Lo})`, 'gu');
const nasalOf = (found: string): string =>
  String.fromCodePoint(found.codePointAt(0)! - (found.codePointAt(0)! % block) + 0x02);

const withoutDoubles = (word: string): string =>
  word
    .replaceAll(doubled, '$1')
    .replaceAll(halfNasal, nasalOf)
    .replaceAll(/(\p{Script=Latin})\1+/gu, '$1');
