/**
 * How well a command answers what was typed: every typed word has to begin a word of it, or at least stand inside.
 * Letters scattered over a sentence do not count: they put strangers above the name that was meant.
 */
export function scoreCommand(_id: string, typed: string, names: string[] = []): number {
  const [label = '', ...others] = names.map((name) => name.toLocaleLowerCase());
  const wanted = typed.toLocaleLowerCase().trim();
  const words = wanted.split(/\s+/);
  const everyBegins = (texts: string[]) => words.every((word) => texts.some((text) => begins(text, word)));
  if (label.startsWith(wanted)) return 1;
  if (everyBegins([label])) return 0.8;
  if (everyBegins([label, ...others])) return 0.5;
  return words.every((word) => label.includes(word)) ? 0.2 : 0;
}

function begins(text: string, word: string): boolean {
  // A letter inside a word is no beginning; combining vowels of Indic scripts belong to their letter.
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).some((one) => one.startsWith(word));
}
