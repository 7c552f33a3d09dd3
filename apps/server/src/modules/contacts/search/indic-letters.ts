/**
 * The scripts of India stand in Unicode one after the other, each in the same order: what stands at a place sounds alike in
 * all of them. Here is how each place sounds, in Latin letters.
 */
const firstScript = 0x0900;
const lastScript = 0x0d7f;
const scriptSize = 0x80;
const malayalam = 0x0d00;
const bengali = 0x0980;
const tamil = 0x0b80;

const consonantsFrom15 =
  'k kh g gh n c ch j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v s s s h'.split(' ');
const vowelsFrom04 = 'a a a i i u u ri l e e e ai o o o au'.split(' ');
const signsFrom3E = 'a i i u u ri ri e e e ai o o o au'.split(' ');
/** Letters with a dot below that have a place of their own. */
const dottedFrom58 = 'k kh g j r rh p y'.split(' ');
const chillusFrom7A = 'n n r l l k'.split(' ');

export type IndicLetter =
  /** Sounds with an "a" behind it unless something else follows. */
  | { kind: 'consonant'; sound: string }
  | { kind: 'vowel' | 'sign' | 'bare' | 'nasal'; sound: string }
  | { kind: 'virama' }
  | { kind: 'nukta' }
  | { kind: 'silent' };

export const isTamil = (character: string): boolean => placeOf(character)?.script === tamil;

/** Null for what is not of an Indian script. */
export function indicLetter(character: string): IndicLetter | null {
  const found = placeOf(character);
  if (found === null) return null;
  const { script, place } = found;
  const own = ownLetter(script, place);
  if (own !== null) return own;
  if (place <= 0x02 || place === 0x70) return { kind: 'nasal', sound: 'N' };
  if (place === 0x3c) return { kind: 'nukta' };
  if (place === 0x4d) return { kind: 'virama' };
  const consonant = consonantsFrom15[place - 0x15] ?? dottedFrom58[place - 0x58];
  if (consonant !== undefined) return { kind: 'consonant', sound: consonant };
  const vowel = vowelsFrom04[place - 0x04];
  if (vowel !== undefined) return { kind: 'vowel', sound: vowel };
  const sign = signsFrom3E[place - 0x3e];
  return sign === undefined ? { kind: 'silent' } : { kind: 'sign', sound: sign };
}

/** Where one script differs from the others. */
function ownLetter(script: number, place: number): IndicLetter | null {
  if (script === malayalam && place >= 0x7a) return { kind: 'bare', sound: chillusFrom7A[place - 0x7a]! };
  if (script === malayalam && place === 0x57) return { kind: 'sign', sound: 'au' };
  if (script !== bengali) return null;
  if (place === 0x4e) return { kind: 'bare', sound: 't' };
  if (place === 0x70 || place === 0x71) return { kind: 'consonant', sound: place === 0x70 ? 'r' : 'v' };
  return null;
}

function placeOf(character: string): { script: number; place: number } | null {
  const code = character.codePointAt(0)!;
  if (code < firstScript || code > lastScript) return null;
  return { script: code - (code % scriptSize), place: code % scriptSize };
}
