import { plainDigits } from '../phone/digits.ts';
import { continued, fold, indicSound, skeletonOf, voiceless } from './fold.ts';
import { isTamil } from './indic-letters.ts';
import { romanise } from './romanise.ts';
import { isIndic, isLatin, tamilMark, urduMark, wordsOf } from './search-key.ts';
import { isArabicScript, romaniseUrdu } from './urdu.ts';

const fewestDigits = 3;
const mostWordsAsked = 8;

/**
 * What somebody typed into a search box, as regular expressions that have to be found in a search key, each of them. Null
 * when there is nothing in it that could be found, such as punctuation alone. One for a word, however many ways there are
 * to write it: an index finds all words of one in one pass, and of several alternatives in one pass for each.
 */
export function searchPatterns(typed: string): string[] | null {
  const address = /[^\s@]*@[^\s@]*/.exec(typed)?.[0];
  const rest = address === undefined || address === '@' ? typed : typed.replace(address, ' ');
  const asked = [...(rest === typed ? [] : [escaped(` ${address!.toLowerCase()}`)]), ...textPatterns(rest)];
  return asked.length === 0 ? null : asked.slice(0, mostWordsAsked);
}

function textPatterns(text: string): string[] {
  const phone = phoneDigits(text);
  return phone === null ? wordsOf(text).map(patternOfWord) : [phone];
}

/** A piece of a phone, however it is written: 098765 43210, +91-98765, (0) 43210. */
function phoneDigits(text: string): string | null {
  const digits = plainDigits(text).replaceAll(/[\s().+\-/]/g, '');
  const national = digits.replace(/^0+/, '');
  return /^\d+$/.test(digits) && national.length >= fewestDigits ? national : null;
}

function patternOfWord(word: string): string {
  if (/^\d+$/.test(word) && word.length >= fewestDigits) return word;
  return ` (?:${[...new Set(beginningsOfWord(word))].join('|')})`;
}

/** How the word may begin in a key: only what is not of India stands there as it is spelled. */
function beginningsOfWord(word: string): string[] {
  if (isLatin(word)) return [word, ...latinSounds(word)];
  const sounds = isArabicScript(word) ? urduSounds(word) : isIndic(word) ? indicSounds(word) : [];
  return sounds.length > 0 ? sounds : [escaped(word)];
}

/** No word is spelled with a letter three times in a row, or begins with one twice: the one sound of "zzzz" would find all of j. */
const tellsTooLittle = (letters: string, sound: string): boolean =>
  sound.length < 3 && /(.)\1\1|^([^aeiou])\2/.test(letters);

function latinSounds(word: string): string[] {
  const sound = fold(word);
  if (tellsTooLittle(word, sound)) return [];
  const skeleton = skeletonOf(word);
  return [
    ...continued(sound),
    ...continued(voiceless(sound)).map((each) => tamilMark + each),
    ...(skeleton.length > 1 ? [urduMark + skeleton] : []),
  ];
}

function indicSounds(word: string): string[] {
  const letters = indicSound(romanise(word));
  const sound = fold(letters);
  if (sound === '' || tellsTooLittle(letters, sound)) return [];
  const open = continued(voiceless(sound));
  const tamil = open.map((each) => tamilMark + each);
  return [...tamil, ...(isTamil(word) ? open.map(voiced) : continued(sound))];
}

/** Every sound that a Tamil letter may stand for. */
const voiced = (open: string): string =>
  open.replaceAll('k', '[kgh]').replaceAll('t', '[td]').replaceAll('p', '[pb]').replaceAll('c', '[cjs]');

function urduSounds(word: string): string[] {
  const letters = romaniseUrdu(word);
  const skeleton = skeletonOf(letters);
  if (skeleton === '' || tellsTooLittle(letters, skeleton)) return [];
  const [first, ...rest] = Array.from(skeleton);
  // A v between consonants may be one, or a vowel.
  const latin = `${first === 'a' ? '[aeiou]' : first}${rest.map((letter) => `[aeioub]*${letter}`).join('')}`;
  return [urduMark + skeleton, latin];
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.[\]|()?*+{}]/g, String.raw`\$&`);
