/** From one place of a text to another. */
export interface Span {
  from: number;
  to: number;
}

const mostMatches = 10_000;

/** Where something stands in a text, whether in capitals or not. */
export function findMatches(text: string, wanted: string): Span[] {
  if (wanted === '') return [];
  const [lowText, lowWanted] = [text.toLowerCase(), wanted.toLowerCase()];
  // A few letters change their length with their case; then places would be off.
  const same = lowText.length === text.length && lowWanted.length === wanted.length;
  const [within, what] = same ? [lowText, lowWanted] : [text, wanted];
  const found: Span[] = [];
  for (
    let from = within.indexOf(what);
    from !== -1 && found.length < mostMatches;
    from = within.indexOf(what, from + what.length)
  )
    found.push({ from, to: from + what.length });
  return found;
}

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b/g;
const mostTokens = 20_000;

type TokenKind = 'name' | 'text' | 'value';

/** What in a JSON text is a name, a text or another value; the beginning of a very long one. */
export function jsonTokens(text: string): Record<TokenKind, Span[]> {
  const tokens: Record<TokenKind, Span[]> = { name: [], text: [], value: [] };
  let count = 0;
  for (const { 0: found, 1: colon, index: from } of text.matchAll(token)) {
    if (++count > mostTokens) break;
    const kind = colon !== undefined ? 'name' : found.startsWith('"') ? 'text' : 'value';
    tokens[kind].push({ from, to: from + found.length - (colon?.length ?? 0) });
  }
  return tokens;
}
