type Texts = Record<string, { name: string; explanation: string } | undefined>;

/** In the reader's language, or in one that there is. */
export function purposeWords(texts: Texts, language: string): { name: string; explanation: string } {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? { name: '', explanation: '' };
}
