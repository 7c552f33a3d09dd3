import { ownIn } from './match.ts';

const names = [
  'Latin',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Arabic',
  'Cyrillic',
  'Greek',
] as const;

type Script = (typeof names)[number];

const patterns = new Map<Script, RegExp>(
  names.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')]),
);

const scripts: Readonly<Record<string, Script>> = {
  en: 'Latin',
  hi: 'Devanagari',
  mr: 'Devanagari',
  bn: 'Bengali',
  pa: 'Gurmukhi',
  gu: 'Gujarati',
  ta: 'Tamil',
  te: 'Telugu',
  kn: 'Kannada',
  ml: 'Malayalam',
  ur: 'Arabic',
};

/** In which script a language is written; null of languages that are not known here. */
export const scriptOf = (base: string): Script | null => ownIn(scripts, base) ?? null;

export const lettersOf = (text: string): string[] => text.match(/\p{L}/gu) ?? [];

const count = (text: string, script: Script): number => text.match(patterns.get(script)!)?.length ?? 0;

/** Of the letters; brand names in Latin letters are usual everywhere. */
export const shareOf = (text: string, script: Script): number => {
  const marks = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  return count(text, script) / Math.max(marks, 1);
};

/** Words by which Latin letters are read as another language. */
const romanised: Readonly<Record<string, RegExp>> = {
  hi: /\b(aap|aapk[aei]|hai|hain|liye|kar|karein|karo|nahi|mein|gay[ai]|raha|rahi|namaste|ke|ka|ki|par|aur)\b/gi,
  mr: /\b(aahe|aapl[aei]|tumch[aei]|kara|sathi|ahe|namaskar)\b/gi,
  bn: /\b(apnar|apni|hoyeche|korun|jonno|ache)\b/gi,
  ta: /\b(ungal|vanakkam|irukku|seyyavum|venum)\b/gi,
  te: /\b(mee|namaskaram|cheyandi|undi|kosam)\b/gi,
  gu: /\b(tamar[aoiu]|che|karo|mate|namaste)\b/gi,
  kn: /\b(nimma|namaskara|maadi|ide)\b/gi,
  ml: /\b(ningalude|namaskaram|cheyyuka|undu)\b/gi,
  pa: /\b(tuhad[aei]|hai|karo|lai|sat sri akal)\b/gi,
  ur: /\b(aap|aapk[aei]|hai|hain|karein|liye)\b/gi,
};

/** Hinglish is at home in `hi`. */
export const speaksInLatin = (base: string, text: string): boolean =>
  (text.match(ownIn(romanised, base) ?? /(?!)/g)?.length ?? 0) >= 2;

/** A word of two scripts, such as one with a Cyrillic а in "Pаytm"; endings joined to Latin names by a hyphen are fine. */
export function mixedWord(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.find((word) => scriptsOf(word).length > 1) ?? null;
}

/** Two Indian scripts in one text, when neither is a single word. */
export function secondScript(text: string): string | null {
  const indian = scriptsOf(text).filter((script) => !['Latin', 'Greek', 'Cyrillic'].includes(script));
  if (indian.length < 2) return null;
  const [second] = indian.toSorted((a, b) => count(text, a) - count(text, b));
  return count(text, second!) >= 4
    ? (text.match(new RegExp(`[\\p{Script=${second}}\\p{M}]+`, 'u'))?.[0] ?? null)
    : null;
}

const scriptsOf = (text: string): Script[] => names.filter((name) => count(text, name) > 0);
