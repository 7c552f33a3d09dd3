import { plainDigits } from '../phone/digits.ts';
import { fold, indicSound, skeletonOf, voiceless, withoutLastA } from './fold.ts';
import { indicLetter, isTamil } from './indic-letters.ts';
import { romanise } from './romanise.ts';
import { isArabicScript, romaniseUrdu } from './urdu.ts';

/** Before words of scripts that leave sounds open; nothing in Latin letters begins so. */
export const tamilMark = 'zq';
export const urduMark = 'zx';

const mostWords = 40;
const longestWord = 60;

/**
 * How a name is found: each of its words as it is spelled when that is in Latin letters, and as it sounds in any script of
 * India. Whoever writes a name of a contact writes this beside it.
 */
export function nameKey(name: string | null): string {
  if (name === null) return '';
  return [...new Set(wordsOf(name).flatMap(keysOfWord))].join(' ');
}

/** The words of a text, small, without accents and marks; emoji count as letters. */
export function wordsOf(text: string): string[] {
  const plain = plainDigits(text.normalize('NFKC')).toLowerCase();
  return (plain.match(/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu) ?? [])
    .slice(0, mostWords)
    .map((word) => withoutAccents(word).slice(0, longestWord).toWellFormed());
}

function keysOfWord(word: string): string[] {
  const sound = soundKey(word);
  return sound === word || !isLatin(word) ? [sound] : [word, sound];
}

function soundKey(word: string): string {
  if (isLatin(word)) return withoutLastA(fold(word));
  if (isArabicScript(word)) return urduMark + skeletonOf(romaniseUrdu(word));
  if (!isIndic(word)) return word;
  const sound = withoutLastA(fold(indicSound(romanise(word))));
  return isTamil(word) ? tamilMark + voiceless(sound) : sound;
}

export const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);
export const isIndic = (word: string): boolean =>
  Array.from(word).some((letter) => indicLetter(letter) !== null);

/** é is written e; the marks of other scripts are letters. */
const withoutAccents = (word: string): string =>
  /^[\p{Script=Latin}\p{M}\d]+$/u.test(word) ? word.normalize('NFKD').replaceAll(/\p{M}/gu, '') : word;
