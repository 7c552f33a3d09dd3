/** In order: what each way of writing a sound becomes. */
const spellings: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/N(?=h)/g, 'ng'],
  [/N/g, 'n'],
  [/zh/g, 'l'],
  [/x/g, 'ks'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/([kgcjtdpbs])h+/g, '$1'],
  [/f/g, 'p'],
  [/z/g, 'j'],
  [/w/g, 'v'],
  [/dni|dny|jn(?=[aeo])|gy/g, 'gi'],
  [/m(?=[pb])/g, 'n'],
  [/ou/g, 'au'],
  [/y/g, 'i'],
  [/ee|ii/g, 'i'],
  [/oo|uu/g, 'u'],
  [/(.)\1+/g, '$1'],
];

/** Indian scripts have a letter for ch, which is not the c of Latin spelling. */
export const indicSound = (romanised: string): string => romanised.replaceAll('c', 'ch');

/**
 * How a word sounds, in few letters: what India writes in several ways (Geeta, Gita, Geetha; Laxmi, Lakshmi; Vikas, Bikash)
 * becomes one. Takes small Latin letters.
 */
export const fold = (word: string): string => withoutShortVowels(soundsOf(word).replaceAll('v', 'b'));

/** What is left of a word when a script writes hardly any vowels: Urdu. A v may be a vowel there. */
export function skeletonOf(word: string): string {
  const sounds = soundsOf(word).replace(/h$/, '');
  const rest = sounds.slice(1).replaceAll(/[aeiouv]/g, '');
  const first = /^[aeiou]/.test(sounds) ? 'a' : sounds.slice(0, 1).replace('v', 'b');
  return (first + rest).replaceAll(/(.)\1+/g, '$1');
}

/** Tamil writes one letter for k, g and h, one for t and d, one for p and b, and hears c, j and s as near. */
export const voiceless = (folded: string): string =>
  folded.replaceAll(/[gh]/g, 'k').replaceAll('d', 't').replaceAll('b', 'p').replaceAll(/[js]/g, 'c');

/** The "a" at the end of a word is written and heard by some: Krishn, Krishna. */
export const withoutLastA = (folded: string): string =>
  folded.length > 1 ? folded.replace(/a$/, '') : folded;

const soundsOf = (word: string): string =>
  spellings.reduce((text, [pattern, sound]) => text.replaceAll(pattern, sound), word);

const vowel = /[aeiou]/;

/** Between two syllables many leave an "a" out, in speech and in Latin letters: Kamala, Kamla. */
function withoutShortVowels(word: string): string {
  let kept = '';
  for (const [at, letter] of Array.from(word).entries()) {
    const silent =
      letter === 'a' && /[aeiou][^aeiou]$/.test(kept) && /^[^aeiou][aeiou]/.test(word.slice(at + 1, at + 3));
    if (!silent) kept += letter;
  }
  return kept;
}

/** What a folded word may become when its writer goes on. */
export function continued(folded: string): string[] {
  const last = folded.at(-1)!;
  const stem = folded.slice(0, -1);
  if (last === 'm') return [folded, `${stem}n`];
  if (/[aeiou][^aeiou]a[^aeiou]$/.test(folded)) return [folded, folded.slice(0, -2) + last];
  return vowel.test(last) && last === 'a' ? [folded, `${withoutLastA(folded)} `] : [folded];
}
