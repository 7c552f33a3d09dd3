import { indicLetter } from './indic-letters.ts';

/**
 * A word of an Indian script in Latin letters, near enough for `fold`. An N is a nasal that takes the place of what follows.
 * The "a" that is heard behind a last consonant is left out: whoever is still typing may be about to write another vowel.
 */
export function romanise(word: string): string {
  let written = '';
  let openConsonant = false;
  const close = (): void => {
    if (openConsonant) written += 'a';
    openConsonant = false;
  };
  for (const character of word) {
    const letter = indicLetter(character);
    if (letter === null || letter.kind === 'silent') continue;
    if (letter.kind === 'nukta') written = written.replace(/d(h?)$/, 'r$1');
    else if (letter.kind === 'virama') openConsonant = false;
    else if (letter.kind === 'sign') {
      written += letter.sound;
      openConsonant = false;
    } else {
      close();
      written += letter.sound;
      openConsonant = letter.kind === 'consonant';
    }
  }
  return written;
}
