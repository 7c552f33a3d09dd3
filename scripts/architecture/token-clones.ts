export interface Clone {
  file: string;
  line: number;
  lines: number;
  /** Where the same text stood first, as file:line. */
  original: string;
}

// Seventy tokens are about ten lines: shorter repeats are idiom, longer ones are copies.
const window = 70;
const base = 1_000_003;
const token = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\w$]+|\n|[^\s\w]/g;

interface Place {
  file: string;
  line: number;
}

/** Repeats of at least seventy equal tokens, comments and spacing aside; found by a rolling hash in one pass. */
export function findClones(files: readonly { file: string; text: string }[]): Clone[] {
  const numbers = new Map<string, number>();
  const tokens: number[] = [];
  const places: Place[] = [];
  const clones: Clone[] = [];
  const firstAt = new Map<number, number>();
  const top = power(base, window - 1);

  for (const { file, text } of files) {
    const start = tokens.length;
    readTokens(file, text, numbers, tokens, places);
    let hash = 0;
    let copiedUpTo = -1;
    for (let end = start; end < tokens.length; end += 1) {
      if (end - start >= window) hash = (hash - Math.imul(tokens[end - window] ?? 0, top)) | 0;
      hash = (Math.imul(hash, base) + (tokens[end] ?? 0)) | 0;
      const first = end - window + 1;
      if (first < start) continue;
      const earlier = firstAt.get(hash);
      if (earlier === undefined) firstAt.set(hash, first);
      else if (earlier + window <= first && same(tokens, earlier, first)) {
        addClone(clones, places, { earlier, first, end, goesOn: copiedUpTo >= first });
        copiedUpTo = end;
      }
    }
  }
  return clones;
}

function readTokens(
  file: string,
  text: string,
  numbers: Map<string, number>,
  tokens: number[],
  places: Place[],
): void {
  let line = 1;
  for (const [part] of text.matchAll(token)) {
    if (part === '\n') line += 1;
    else if (part.startsWith('//')) continue;
    else if (part.startsWith('/*')) line += part.split('\n').length - 1;
    else {
      const number = numbers.get(part) ?? numbers.size + 1;
      numbers.set(part, number);
      tokens.push(number);
      places.push({ file, line });
    }
  }
}

interface Repeat {
  earlier: number;
  first: number;
  end: number;
  goesOn: boolean;
}

function addClone(clones: Clone[], places: Place[], { earlier, first, end, goesOn }: Repeat): void {
  const [from, to, source] = [places[first], places[end], places[earlier]];
  const last = clones.at(-1);
  if (!from || !to || !source) return;
  if (goesOn && last) last.lines = to.line - last.line + 1;
  else {
    clones.push({
      file: from.file,
      line: from.line,
      lines: to.line - from.line + 1,
      original: `${source.file}:${source.line}`,
    });
  }
}

function same(tokens: readonly number[], a: number, b: number): boolean {
  for (let i = 0; i < window; i += 1) if (tokens[a + i] !== tokens[b + i]) return false;
  return true;
}

function power(number: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i += 1) result = Math.imul(result, number);
  return result;
}
