export type Inline =
  | { kind: 'text'; start: number; end: number }
  | { kind: 'code'; start: number; end: number }
  | { kind: 'bold' | 'italic' | 'strike'; start: number; inner: Inline[] };

const emphases = new Map([
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
] as const);

type Sign = '*' | '_' | '~';

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);

/** Emphasis begins after what is no word, holds to its words without a space, and ends in the same line. */
export function readInline(text: string, start: number, end: number, within = ''): Inline[] {
  const found: Inline[] = [];
  // Up to where it is known that a sign has no partner, so that a text of asterisks is read once and not once for each.
  const alone = new Map<string, number>();
  let from = start;
  let at = start;
  const take = (next: Inline, to: number) => {
    if (from < at) found.push({ kind: 'text', start: from, end: at });
    found.push(next);
    at = from = to;
  };
  while (at < end) {
    const char = text[at]!;
    const code = char === '`' ? codeAt(text, at, end) : null;
    if (code) {
      take({ kind: 'code', start: code.start, end: code.end }, code.next);
      continue;
    }
    const kind = within.includes(char) ? undefined : emphases.get(char as Sign);
    const close = kind && at >= (alone.get(char) ?? start) ? closing(text, { at, start, end, alone }) : -1;
    if (kind && close > 0)
      take({ kind, start: at, inner: readInline(text, at + 1, close, within + char) }, close + 1);
    else at += 1;
  }
  if (from < end) found.push({ kind: 'text', start: from, end });
  return found;
}

interface Search {
  at: number;
  start: number;
  end: number;
  alone: Map<string, number>;
}

function closing(text: string, { at, start, end, alone }: Search): number {
  const sign = text[at]!;
  const opens =
    (at === start || !isWord(text[at - 1])) &&
    !isSpace(text[at + 1]) &&
    text[at + 1] !== sign &&
    at + 1 < end;
  if (!opens) return -1;
  let near = at + 2;
  for (; near < end && text[near] !== '\n'; near += 1) {
    if (
      text[near] === sign &&
      !isSpace(text[near - 1]) &&
      !isWord(near + 1 < end ? text[near + 1] : undefined)
    )
      return near;
  }
  alone.set(sign, near);
  return -1;
}

/** ```over lines``` or `within one`. */
function codeAt(text: string, at: number, end: number): { start: number; end: number; next: number } | null {
  const fence = text.startsWith('```', at) ? '```' : '`';
  const start = at + fence.length;
  const close = text.indexOf(fence, start);
  if (close <= start || close + fence.length > end || text.slice(start, close).trim() === '') return null;
  if (fence === '`' && text.slice(start, close).includes('\n')) return null;
  return { start, end: close, next: close + fence.length };
}
