/** Where a value came from: a made-up sample, the contact, what stands in when there is none, or nowhere. */
export type ValueOrigin = 'sample' | 'contact' | 'fallback' | 'missing';

export interface ShownValue {
  text: string;
  origin: ValueOrigin;
}

/** Words with the places where values went in. */
export interface FilledText {
  text: string;
  /** In order, never overlapping. */
  marks: readonly Mark[];
}

export interface Mark {
  start: number;
  end: number;
  /** Of the variable. */
  name: string;
  origin: ValueOrigin;
}

const variable = /\{\{([^{}]*)\}\}/g;

/** A value is filled in before the text is read for formatting, as WhatsApp does: *{{name}}* is bold, and so is a name of `*Asha*`. */
export function fillText(text: string, valueOf: (name: string) => ShownValue | undefined): FilledText {
  const marks: Mark[] = [];
  let filled = '';
  let at = 0;
  for (const found of text.matchAll(variable)) {
    const name = found[1]!.trim();
    filled += text.slice(at, found.index);
    const value = valueOf(name) ?? { text: '', origin: 'missing' };
    const shown = value.text === '' ? found[0] : value.text;
    const origin = value.text === '' ? 'missing' : value.origin;
    marks.push({ start: filled.length, end: filled.length + shown.length, name, origin });
    filled += shown;
    at = found.index + found[0].length;
  }
  return { text: filled + text.slice(at), marks };
}

export const plainText = (text: string): FilledText => ({ text, marks: [] });

/** The names of the variables in a text, each once, in order. */
export const namesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(variable), ([, name = '']) => name.trim())),
];
