const consonants: Record<string, string> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ڈ: 'd',
  ذ: 'j',
  ر: 'r',
  ڑ: 'r',
  ز: 'j',
  ژ: 'j',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'j',
  ط: 't',
  ظ: 'j',
  غ: 'g',
  ف: 'p',
  ق: 'k',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  و: 'v',
  ہ: 'h',
  ھ: 'h',
  ه: 'h',
  ة: 'h',
  ۃ: 'h',
};
const vowels = new Set('اآأإعیيىےئءؤ');

export const isArabicScript = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

/** Consonants in Latin letters, an "a" for a letter that stands for a vowel. Short vowels are not written. */
export const romaniseUrdu = (word: string): string =>
  Array.from(word, (letter) => consonants[letter] ?? (vowels.has(letter) ? 'a' : '')).join('');
