import { matches, type Rule } from '../rule.ts';

// Brackets keep the words from matching themselves here.
const openEnd = /\bTO[D]O\b(?!\([\w-]+\))|\b(?:FIX[M]E|HA[C]K|X[X]X)\b/g;

export const rule: Rule = {
  says: 'What is left to do is either done or carries a name.',
  fix: 'Do it now, or write the name of whoever will in brackets behind the word, and why it can wait.',
  *find({ sources, texts }) {
    for (const file of sources) yield* matches(file, texts.get(file) ?? '', openEnd);
  },
};
