const titles = /^(mr|mrs|ms|miss|dr|shri|smt|kum|prof|sri|श्री|श्रीमती|डॉ|सुश्री)\.?$/iu;
// A spacing mark or vowel sign belongs to its consonant: cut by grapheme, "प्रि" stays whole where a character would give "प".
const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** One or two letters that stand for a person, in whatever script the name is written. Empty when there is no name. */
export function initials(name: string): string {
  const parts = name.split(/[\s.]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part) && !titles.test(part));
  const first = parts[0];
  if (first === undefined) return '';
  // Two Indic clusters are wider than the circle: one is enough to recognise.
  const latin = /^\p{Script=Latin}/u.test(first);
  const last = latin && parts.length > 1 ? parts.at(-1) : undefined;
  return [first, last].map((part) => (part ? firstLetter(part) : '')).join('');
}

/** The same name has the same colour on every screen and every day. */
export function hueOf(key: string): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 8;
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase();
  }
  return '';
}
