import { ImportFailed } from './import-failed.ts';

const longestRow = 1_000_000;
export const mostColumns = 500;

export interface CsvParser {
  /** The rows that end in this piece of the text. */
  take(piece: string): string[][];
  /** The row that nothing ends. */
  end(): string[][];
}

interface Line {
  cells: string[];
  next: number;
}

/** Reads rows as they come; a row may lie in several pieces. Quotes in the middle of a cell are taken as they are. */
export function createCsvParser(delimiter: string): CsvParser {
  let rest = '';

  function rowsIn(text: string, isWhole: boolean): string[][] {
    const rows: string[][] = [];
    const scan = scanner(text);
    let at = 0;
    while (at < text.length) {
      const line = readLine(text, at, { scan, delimiter, isWhole });
      if (line === null) break;
      if (line.cells.length > mostColumns) throw new ImportFailed('too_many_columns');
      rows.push(line.cells);
      at = line.next;
    }
    rest = text.slice(at);
    if (rest.length > longestRow) throw new ImportFailed(opensQuote(rest) ? 'open_quote' : 'row_too_long');
    return rows;
  }

  return {
    take: (piece) => rowsIn(rest + piece, false),
    end: () => {
      if (rest === '') return [];
      const rows = rowsIn(`${rest}\n`, true);
      if (rest !== '') throw new ImportFailed('open_quote');
      return rows;
    },
  };
}

const opensQuote = (text: string): boolean => text.includes('"');

/** Where the next of a kind is, looked up once for all rows before it. */
function scanner(text: string): (character: '\n' | '\r' | '"', from: number) => number {
  const found = { '\n': -2, '\r': -2, '"': -2 };
  return (character, from) => {
    if (found[character] === -1 || found[character] >= from) return found[character];
    found[character] = text.indexOf(character, from);
    return found[character];
  };
}

interface Reading {
  scan: ReturnType<typeof scanner>;
  delimiter: string;
  isWhole: boolean;
}

/** Null when the row does not end in this text. */
function readLine(text: string, at: number, reading: Reading): Line | null {
  const { scan, delimiter } = reading;
  const end = lineEnd(at, reading);
  const quote = scan('"', at);
  if (quote !== -1 && (end === -1 || quote < end)) return readQuoted(text, at, reading);
  if (end === -1) return null;
  const next = afterEnd(text, end, reading);
  return next === null ? null : { cells: text.slice(at, end).split(delimiter), next };
}

function lineEnd(at: number, { scan }: Reading): number {
  const feed = scan('\n', at);
  const back = scan('\r', at);
  if (feed === -1 || back === -1) return Math.max(feed, back);
  return Math.min(feed, back);
}

/** Null when it is not known yet whether a line feed follows. */
function afterEnd(text: string, end: number, { isWhole }: Reading): number | null {
  if (text[end] === '\n') return end + 1;
  if (end + 1 === text.length && !isWhole) return null;
  return text[end + 1] === '\n' ? end + 2 : end + 1;
}

function readQuoted(text: string, start: number, reading: Reading): Line | null {
  const cells: string[] = [];
  for (let at = start; ;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : { value: '', next: at };
    if (cell === null) return null;
    const end = cellEnd(text, cell.next, reading.delimiter);
    if (end === -1) return null;
    cells.push(cell.value + text.slice(cell.next, end));
    if (cells.length > mostColumns) throw new ImportFailed('too_many_columns');
    if (text[end] === reading.delimiter) {
      at = end + 1;
    } else {
      const next = afterEnd(text, end, reading);
      return next === null ? null : { cells, next };
    }
  }
}

function quotedCell(text: string, start: number): { value: string; next: number } | null {
  let value = '';
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    // At the very end a second quote may follow.
    if (quote === -1 || quote + 1 === text.length) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return -1;
}
