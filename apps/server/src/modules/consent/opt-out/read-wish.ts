import { compileWords, type CompiledWords, type Wish } from './compile-words.ts';
import { bengali, bengaliInLatin } from './languages/bengali.ts';
import { english } from './languages/english.ts';
import { gujarati, gujaratiInLatin } from './languages/gujarati.ts';
import { hindi } from './languages/hindi.ts';
import { hinglish } from './languages/hinglish.ts';
import { kannada, kannadaInLatin } from './languages/kannada.ts';
import { malayalam, malayalamInLatin } from './languages/malayalam.ts';
import { marathi, marathiInLatin } from './languages/marathi.ts';
import { punjabi, punjabiInLatin } from './languages/punjabi.ts';
import { tamil, tamilInLatin } from './languages/tamil.ts';
import { telugu, teluguInLatin } from './languages/telugu.ts';
import { urdu, urduInLatin } from './languages/urdu.ts';
import { isAsking, wordsOf } from './normalise.ts';

export type { Wish } from './compile-words.ts';

/** What a customer asks for with a message, and in which language they say it. */
export interface ReadWish {
  wish: Wish;
  language: string;
}

/** In the order in which they are asked: what two of them say alike is the first one's. */
const languages: readonly CompiledWords[] = [
  english,
  hindi,
  hinglish,
  marathi,
  bengali,
  telugu,
  tamil,
  gujarati,
  kannada,
  malayalam,
  punjabi,
  urdu,
  marathiInLatin,
  bengaliInLatin,
  teluguInLatin,
  tamilInLatin,
  gujaratiInLatin,
  kannadaInLatin,
  malayalamInLatin,
  punjabiInLatin,
  urduInLatin,
].map(compileWords);

/**
 * Reads a message that is a wish as a whole; one that merely holds such words is none. Where nobody could tell, nothing
 * is read: a person reads the message anyway.
 */
export function readWish(text: string): ReadWish | null {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > mostWords) return null;
  const said = onceOf(words);
  const asks = isAsking(text);
  for (const { language, wishIn } of languages) {
    const wish = wishIn(said, asks);
    if (wish !== null) return { wish, language };
  }
  return null;
}

const mostWords = 14;

/** STOP STOP STOP is said once. */
function onceOf(words: readonly string[]): readonly string[] {
  for (let length = 1; length <= words.length / 2; length += 1) {
    if (words.length % length === 0 && words.every((word, at) => word === words[at % length]))
      return words.slice(0, length);
  }
  return words;
}
