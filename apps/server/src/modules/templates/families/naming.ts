/** How templates are called: a pattern with places, of which the language is the one that a family's languages differ in. */
export const usualPattern = '{class}_{topic}_{language}_v{version}';

const classes: Readonly<Record<string, string>> = {
  MARKETING: 'promo',
  UTILITY: 'service',
  AUTHENTICATION: 'code',
};

const places: Readonly<Record<string, string>> = {
  class: '[a-z0-9]+',
  topic: '[a-z0-9_]+?',
  version: '[0-9]+',
};

/** The pattern without the language and the line beside it: what a family is called. */
const ofFamily = (pattern: string): string => pattern.replace(/_?\{language\}/, '').replace(/^_/, '');

const regexOf = (pattern: string, language = ''): RegExp => {
  const source = pattern.replaceAll(/\{(\w+)\}/g, (_place, name: string) =>
    name === 'language' ? language.toLowerCase() : `(?<${name}>${places[name]})`,
  );
  return new RegExp(`^${source}$`);
};

const compose = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? '');

export const fitsPattern = (familyName: string, pattern: string): boolean =>
  regexOf(ofFamily(pattern)).test(familyName);

/** What a language of a family is called at Meta. A name that does not fit is shared by all of them, which Meta takes. */
export function metaNameOf(familyName: string, language: string, pattern: string): string {
  const values = regexOf(ofFamily(pattern)).exec(familyName)?.groups;
  return values === undefined
    ? familyName
    : compose(pattern, { ...values, language: language.toLowerCase() });
}

/** To which family a template belongs that was found at Meta. */
export function familyNameOf(metaName: string, language: string, pattern: string): string {
  const values = regexOf(pattern, language).exec(metaName)?.groups;
  return values === undefined ? metaName : compose(ofFamily(pattern), values);
}

interface Wish {
  category: string;
  topic: string;
  version: number;
}

export function suggestedName({ category, topic, version }: Wish, pattern: string): string {
  const words = topic
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  return compose(ofFamily(pattern), {
    class: classes[category] ?? 'promo',
    topic: words === '' ? 'message' : words,
    version: String(version),
  });
}
