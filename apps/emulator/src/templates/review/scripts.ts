/** The script in which a language is written; Latin for those that are not named. */
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/gu,
  bn: /\p{Script=Bengali}/gu,
  fa: /\p{Script=Arabic}/gu,
  gu: /\p{Script=Gujarati}/gu,
  he: /\p{Script=Hebrew}/gu,
  hi: /\p{Script=Devanagari}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  kn: /\p{Script=Kannada}/gu,
  ko: /\p{Script=Hangul}/gu,
  ml: /\p{Script=Malayalam}/gu,
  mr: /\p{Script=Devanagari}/gu,
  pa: /\p{Script=Gurmukhi}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  ta: /\p{Script=Tamil}/gu,
  te: /\p{Script=Telugu}/gu,
  th: /\p{Script=Thai}/gu,
  ur: /\p{Script=Arabic}/gu,
  zh: /\p{Script=Han}/gu,
};

const latin = /\p{Script=Latin}/gu;
const letters = /\p{L}/gu;

/** Words that make Latin letters Hindi: Hinglish is at home in `hi`. */
const hinglish =
  /\b(aap|aapk[aei]|hai|hain|ke|ki|ka|liye|kar|karein|karo|nahi|mein|se|ho|gay[ai]|raha|rahi|namaste)\b/gi;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a text is written in its language's script; names and brands in Latin letters are usual everywhere. */
export function isInScript(text: string, language: string): boolean {
  const all = countOf(text, letters);
  if (all < 10) return true;
  const base = language.split('_')[0] ?? language;
  if (base === 'hi' && countOf(text, hinglish) >= 2) return true;
  return countOf(text, scripts[base] ?? latinFor(base)) / all >= 0.3;
}

/** Languages whose script is neither Latin nor named above are taken as they come. */
const otherScripts = new Set([
  'be',
  'bg',
  'el',
  'ka',
  'kk',
  'ky',
  'lo',
  'mk',
  'prs',
  'ps',
  'si',
  'sr',
  'uk',
  'uz',
  'az',
]);

const latinFor = (base: string): RegExp => (otherScripts.has(base) ? letters : latin);
