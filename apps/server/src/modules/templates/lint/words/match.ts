import type { Copy, Piece } from '../copy.ts';
import type { Found } from '../rule.ts';

/** The first words of a text that one of the patterns knows; null when none does. */
export function firstMatch(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim();
  }
  return null;
}

export const isIn = (text: string, patterns: readonly RegExp[]): boolean =>
  firstMatch(text, patterns) !== null;

/** One finding per text in which a pattern is seen. */
export const whereSeen = (pieces: readonly Piece[], patterns: readonly RegExp[]): Found[] =>
  pieces.flatMap(({ path, text }) => {
    const excerpt = firstMatch(text, patterns);
    return excerpt === null ? [] : [{ path, excerpt }];
  });

export const sentencesOf = (text: string): string[] => text.split(/[.!?।۔\n]+/);

export const variablePattern = /\{\{[^{}]*\}\}/g;

/** Names come from outside: `constructor` is no language. */
export const ownIn = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The words alone, without places for values. */
export const withoutVariables = (text: string): string => text.replaceAll(variablePattern, ' ');

export const wordsIn = (text: string): string[] =>
  withoutVariables(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];

/** In the language of the template a sentence ends so. */
export const fullStopOf = ({ base }: Copy): string =>
  ['hi', 'mr', 'bn', 'pa'].includes(base) ? '।' : base === 'ur' ? '۔' : '.';
