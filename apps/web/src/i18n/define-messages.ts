/** One text, or a text per plural category chosen by the parameter `count`. Parameters stand in braces: {name}. */
export type Message = string | Plural;
type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };
export type Catalogue = { readonly [key: string]: Message };

export interface Messages<English extends Catalogue = Catalogue> {
  readonly name: string;
  readonly en: English;
  readonly hi: { readonly [key in keyof English]: Message };
}

/**
 * A feature's words, in both languages at once. A key that is missing in Hindi, one that English does not have, or
 * a parameter that only one of them uses does not compile.
 */
export function defineMessages<const English extends Catalogue, const Hindi extends Catalogue>(
  name: string,
  words: { en: English; hi: Hindi & SameAs<English, Hindi> },
): Messages<English> {
  return { name, en: words.en, hi: words.hi };
}

type TextsOf<M> = M extends string ? M : M[keyof M] & string;
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The parameters that a message asks for. */
export type ParamsOf<M> = NamesIn<TextsOf<M>> | (M extends string ? never : 'count');

/** What the Hindi words must be like, given the English: it is in what `defineMessages` takes. */
export type SameAs<English, Hindi> = {
  readonly [key in keyof English | keyof Hindi]: key extends keyof English
    ? key extends keyof Hindi
      ? SameNames<ParamsOf<English[key]>, ParamsOf<Hindi[key]>, Hindi[key]>
      : English[key]
    : 'English has no such key';
};

type SameNames<A, B, Fine> = [A] extends [B]
  ? [B] extends [A]
    ? Fine
    : { parameters: A }
  : { parameters: A };
