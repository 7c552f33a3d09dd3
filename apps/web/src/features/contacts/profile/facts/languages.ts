/** What customers in India write, and English; any other tag is kept and shown as well. */
const offered = [
  'hi',
  'en',
  'bn',
  'mr',
  'te',
  'ta',
  'gu',
  'ur',
  'kn',
  'or',
  'ml',
  'pa',
  'as',
  'ne',
  'kok',
  'sd',
  'ar',
];

/** In the language of whoever reads, since they choose for somebody else. */
export const nameOfLanguage = (tag: string, reader: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;

export const languageOptions = (reader: string): { value: string; label: string }[] =>
  offered.map((tag) => ({ value: tag, label: nameOfLanguage(tag, reader) }));
