import { readInline, type Inline } from './read-inline.ts';

/** WhatsApp’s own formatting, by places in the text: nothing here holds words, so nothing can be lost or invented. */
export type Block =
  | { kind: 'lines'; start: number; inner: Inline[] }
  | { kind: 'quote'; start: number; inner: Inline[] }
  | { kind: 'list'; start: number; ordered: boolean; first: number; items: ListItem[] };

interface ListItem {
  start: number;
  inner: Inline[];
}

interface Line {
  start: number;
  end: number;
}

const starts = {
  quote: /^> ?(?=\S)/,
  bullet: /^[*-] (?=\S)/,
  number: /^(\d{1,3})\. (?=\S)/,
};

export function readFormat(text: string): Block[] {
  const blocks: Block[] = [];
  let words: Line | undefined;
  const endWords = () => {
    if (words)
      blocks.push({ kind: 'lines', start: words.start, inner: readInline(text, words.start, words.end) });
    words = undefined;
  };
  for (const line of linesOf(text)) {
    const special = readSpecial(text, line);
    if (special === null) {
      words = { start: words?.start ?? line.start, end: line.end };
      continue;
    }
    endWords();
    const last = blocks.at(-1);
    const joins = last?.kind === 'list' && special.kind === 'list' && last.ordered === special.ordered;
    if (joins) last.items.push(...special.items);
    else blocks.push(special);
  }
  endWords();
  return blocks;
}

function readSpecial(text: string, { start, end }: Line): Block | null {
  const line = text.slice(start, Math.min(end, start + 8));
  const quote = starts.quote.exec(line);
  if (quote) return { kind: 'quote', start, inner: readInline(text, start + quote[0].length, end) };
  const number = starts.number.exec(line);
  const mark = number ?? starts.bullet.exec(line);
  // "* a *b*" is a list, "*bold*" is not: a bullet has a space after it.
  if (!mark) return null;
  const items = [{ start, inner: readInline(text, start + mark[0].length, end) }];
  return { kind: 'list', start, ordered: number !== null, first: Number(number?.[1] ?? 1), items };
}

/** Lines, but for line breaks within ```…```, which go with it. */
function* linesOf(text: string): Generator<Line> {
  let start = 0;
  let at = 0;
  while (at <= text.length) {
    const fence = text.startsWith('```', at) ? text.indexOf('```', at + 3) : -1;
    if (fence > at + 3) {
      at = fence + 3;
    } else if (at === text.length || text[at] === '\n') {
      yield { start, end: at };
      start = at + 1;
      at += 1;
    } else at += 1;
  }
}
