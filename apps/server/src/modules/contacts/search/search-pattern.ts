import { plainDigits } from '../phone/digits.ts';
import { continued, fold, indicSound, skeletonOf, voiceless } from './fold.ts';
import { isTamil } from './indic-letters.ts';
import { romanise } from './romanise.ts';
import { isIndic, isLatin, tamilMark, urduMark, wordsOf } from './search-key.ts';
import { isArabicScript, romaniseUrdu } from './urdu.ts';

/** One of these has to be found in a search key; `like` as LIKE takes it, `matches` as a regular expression. */
export type Pattern = { like: string } | { matches: string };

const fewestDigits = 3;
const mostWordsAsked = 8;

/**
 * What somebody typed into a search box: each element must be found, by one of its patterns. Null when there is nothing in
 * it that could be found, such as punctuation alone.
 */
export function searchPatterns(typed: string): Pattern[][] | null {
  const address = /[^\s@]*@[^\s@]*/.exec(typed)?.[0];
  const rest = address === undefined || address === '@' ? typed : typed.replace(address, ' ');
  const asked = [...(rest === typed ? [] : [anywhere(` ${address!.toLowerCase()}`)]), ...textPatterns(rest)];
  return asked.length === 0 ? null : asked.slice(0, mostWordsAsked);
}

function textPatterns(text: string): Pattern[][] {
  const phone = phoneDigits(text);
  return phone === null ? wordsOf(text).map(patternsOfWord) : [anywhere(phone)];
}

/** A piece of a phone, however it is written: 098765 43210, +91-98765, (0) 43210. */
function phoneDigits(text: string): string | null {
  const digits = plainDigits(text).replaceAll(/[\s().+\-/]/g, '');
  const national = digits.replace(/^0+/, '');
  return /^\d+$/.test(digits) && national.length >= fewestDigits ? national : null;
}

function patternsOfWord(word: string): Pattern[] {
  if (/^\d+$/.test(word)) return word.length >= fewestDigits ? anywhere(word) : [startsWith(word)];
  if (isLatin(word)) return latinPatterns(word);
  if (isArabicScript(word)) return urduPatterns(word);
  return isIndic(word) ? indicPatterns(word) : [startsWith(word)];
}

/** No word is spelled with a letter three times in a row, or begins with one twice: the one sound of "zzzz" would find all of j. */
const tellsTooLittle = (letters: string, sound: string): boolean =>
  sound.length < 3 && /(.)\1\1|^([^aeiou])\2/.test(letters);

function latinPatterns(word: string): Pattern[] {
  const sound = fold(word);
  if (tellsTooLittle(word, sound)) return [startsWith(word)];
  const skeleton = skeletonOf(word);
  return [
    startsWith(word),
    ...continued(sound).map(startsWith),
    ...continued(voiceless(sound)).map((each) => startsWith(tamilMark + each)),
    ...(skeleton.length > 1 ? [startsWith(urduMark + skeleton)] : []),
  ];
}

function indicPatterns(word: string): Pattern[] {
  const letters = indicSound(romanise(word));
  const sound = fold(letters);
  if (sound === '' || tellsTooLittle(letters, sound)) return [startsWith(word)];
  const open = continued(voiceless(sound));
  if (!isTamil(word)) {
    const tamil = open.map((each) => startsWith(tamilMark + each));
    return [...continued(sound).map(startsWith), ...tamil];
  }
  return [
    ...open.map((each) => startsWith(tamilMark + each)),
    ...open.map((each) => ({ matches: ` ${voiced(each)}` })),
  ];
}

/** Every sound that a Tamil letter may stand for. */
const voiced = (open: string): string =>
  open.replaceAll('k', '[kgh]').replaceAll('t', '[td]').replaceAll('p', '[pb]').replaceAll('c', '[cjs]');

function urduPatterns(word: string): Pattern[] {
  const letters = romaniseUrdu(word);
  const skeleton = skeletonOf(letters);
  if (skeleton === '' || tellsTooLittle(letters, skeleton)) return [startsWith(word)];
  const [first, ...rest] = Array.from(skeleton);
  // A v between consonants may be one, or a vowel.
  const matches = ` ${first === 'a' ? '[aeiou]' : first}${rest.map((letter) => `[aeioub]*${letter}`).join('')}`;
  return [startsWith(urduMark + skeleton), { matches }];
}

const startsWith = (text: string): Pattern => ({ like: `% ${escaped(text)}%` });
const anywhere = (text: string): Pattern[] => [{ like: `%${escaped(text)}%` }];
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
