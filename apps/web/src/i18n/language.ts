// English and Hindi are the languages every feature writes itself. Another language is one file in ./packs.
export const ownLanguages = ['en', 'hi'] as const;
export type OwnLanguage = (typeof ownLanguages)[number];
export type Language = OwnLanguage | (string & {});

export interface LanguageChoice {
  code: Language;
  name: string;
}

const packs = import.meta.glob<{ default: LanguagePack }>('./packs/*.ts');

/** A language added as a file: message texts by catalogue name, then by key. What it lacks is shown in English. */
export interface LanguagePack {
  name: string;
  words: Record<string, Record<string, string>>;
}

export function listLanguages(): LanguageChoice[] {
  const added = Object.keys(packs).map((path) => path.replace(/^.*\/(.+)\.ts$/, '$1'));
  return [...ownLanguages, ...added].map((code) => ({ code, name: nameOf(code) }));
}

export async function loadPack(language: Language): Promise<LanguagePack | undefined> {
  const load = packs[`./packs/${language}.ts`];
  return load ? (await load()).default : undefined;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return ['ur', 'ar', 'fa', 'ks', 'sd'].includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

function nameOf(code: Language): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
