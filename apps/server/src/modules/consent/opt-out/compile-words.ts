import { wordsOf } from './normalise.ts';
import type { WishWords } from './wish-words.ts';

const wishes = ['stop_promotions', 'stop', 'start'] as const;
export type Wish = (typeof wishes)[number];

export interface CompiledWords {
  language: string;
  /** What the words say as a whole. A question is a wish only when it is a polite request. */
  wishIn: (words: readonly string[], asks: boolean) => Wish | null;
}

export function compileWords({ language, around, asking = [], ...said }: WishWords): CompiledWords {
  const patternsOf: Record<Wish, readonly string[]> = {
    stop_promotions: said.stopPromotions,
    stop: said.stop,
    start: said.start,
  };
  // Each alternative once: two ways to take the same words would be tried in every combination.
  const frame = `(?:${distinct(around.flatMap(alternativesIn).map(spacedWords)).join('|')})*`;
  const before = `${frame}(?:${asking.map(expressionOf).join('|')})`;
  const whole = (wish: Wish, opening: string): RegExp =>
    new RegExp(`^${opening}${frame}(?:${patternsOf[wish].map(expressionOf).join('|')})${frame}$`, 'u');
  const told = wishes.map((wish) => [wish, whole(wish, '')] as const);
  // Only what takes something away is heard in a question.
  const takesAway = wishes.filter((wish) => wish !== 'start');
  const asked = asking.length === 0 ? [] : takesAway.map((wish) => [wish, whole(wish, before)] as const);
  const vocabulary = new Set(
    [around, asking, ...Object.values(patternsOf)].flat().flatMap((text) => wordsIn(text)),
  );
  return {
    language,
    wishIn: (words, asks) => {
      if (!words.every((word) => vocabulary.has(word))) return null;
      const text = words.map((word) => `${word} `).join('');
      const found = [...(asks ? [] : told), ...asked].find(([, expression]) => expression.test(text));
      return found?.[0] ?? null;
    },
  };
}

/** Without what is said by others of them, one after the other. */
function distinct(phrases: readonly string[]): string[] {
  const all = new Set(phrases);
  const isSaidByOthers = (phrase: string): boolean => {
    const words = phrase.match(/\S+ /g) ?? [];
    return words.length > 1 && words.every((word) => all.has(word));
  };
  return [...all].filter((phrase) => !isSaidByOthers(phrase));
}

const marks = /[()[\]|]+/;

const alternativesIn = (group: string): string[] => group.split(marks).filter((text) => text.trim() !== '');

const wordsIn = (pattern: string): string[] => alternativesIn(pattern).flatMap((text) => usualWords(text));

/** Every word takes the space behind it along, so that what may be missing leaves no gap. */
const expressionOf = (pattern: string): string =>
  pattern
    .replaceAll(/[^()[\]|]+/g, spacedWords)
    .replaceAll('(', '(?:')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')?');

const spacedWords = (text: string): string =>
  usualWords(text)
    .map((word) => `${word} `)
    .join('');

/** One by one: a pattern may be longer than any message. */
const usualWords = (text: string): string[] => text.trim().split(/\s+/).flatMap(wordsOf);
