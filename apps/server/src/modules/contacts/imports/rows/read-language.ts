const names: Record<string, readonly string[]> = {
  en: ['english', 'अंग्रेज़ी', 'अंग्रेजी'],
  hi: ['hindi', 'हिन्दी', 'हिंदी'],
  bn: ['bengali', 'bangla', 'বাংলা'],
  mr: ['marathi', 'मराठी'],
  te: ['telugu', 'తెలుగు'],
  ta: ['tamil', 'தமிழ்'],
  gu: ['gujarati', 'ગુજરાતી'],
  kn: ['kannada', 'ಕನ್ನಡ'],
  ml: ['malayalam', 'മലയാളം'],
  pa: ['punjabi', 'ਪੰਜਾਬੀ'],
  ur: ['urdu', 'اردو'],
  or: ['odia', 'oriya', 'ଓଡ଼ିଆ'],
  as: ['assamese', 'অসমীয়া'],
};

const byName = new Map(
  Object.entries(names).flatMap(([tag, words]) => words.map((word) => [word.normalize('NFC'), tag] as const)),
);

/** A language by its name or its tag: Hindi, हिन्दी, hi, en_IN. */
export function readLanguage(text: string): string | null {
  const known = byName.get(text.toLowerCase());
  if (known !== undefined) return known;
  const [language = '', ...rest] = text.replaceAll('_', '-').split('-');
  const tag = [language.toLowerCase(), ...rest].join('-');
  return tag.length <= 35 && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(tag) ? tag : null;
}
