import type { Wish } from '../compile-words.ts';

/** By language and wish: texts between bars and line ends. */
export type WishExamples = Record<string, Record<Wish, string>>;

export const examplesIn = (texts: string): string[] =>
  texts
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
