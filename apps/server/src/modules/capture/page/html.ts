/** Text that is HTML already. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | null | undefined | false | readonly Part[];

/** HTML in which whatever is filled in is text and nothing else, unless it was made in the same way. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html => ({
  markup: texts.map((text, at) => text + (at < parts.length ? written(parts[at]) : '')).join(''),
});

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(written).join('');
  return String(part).replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}
