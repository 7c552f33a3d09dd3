import { refuse } from './errors.ts';

/** One wanted field: its name, what is wanted inside of it, and the calls on it (`analytics.start(1).end(2)`). */
export interface Field {
  name: string;
  calls: Record<string, string>;
  inner: Field[];
}

/** Reads `a,b{c,d},analytics.start(1).country_codes(["IN","US"])`. */
export function parseFields(text: string): Field[] {
  const reader = { text, at: 0, depth: 0 };
  const fields = readFields(reader);
  if (reader.at < text.length) refuseAt(reader);
  return fields;
}

interface Reader {
  text: string;
  at: number;
  depth: number;
}

const deepest = 20;

function readFields(reader: Reader): Field[] {
  const fields: Field[] = [];
  do {
    skipSpace(reader);
    const name = readName(reader);
    if (name === '') {
      if (isAtEnd(reader)) break;
      refuseAt(reader);
    }
    fields.push({ name, calls: readCalls(reader), inner: take(reader, '{') ? readInner(reader) : [] });
    skipSpace(reader);
  } while (take(reader, ','));
  return fields;
}

function readInner(reader: Reader): Field[] {
  if (++reader.depth > deepest) refuse(2500, `Fields may be nested ${deepest} deep at most.`);
  const fields = readFields(reader);
  reader.depth -= 1;
  if (!take(reader, '}')) refuseAt(reader);
  return fields;
}

function readCalls(reader: Reader): Record<string, string> {
  const calls: Record<string, string> = {};
  while (take(reader, '.')) {
    const name = readName(reader);
    if (name === '' || !take(reader, '(')) refuseAt(reader);
    calls[name] = readArgument(reader);
  }
  return calls;
}

/** Everything up to the bracket that closes the call; brackets inside of it come in pairs. */
function readArgument(reader: Reader): string {
  const start = reader.at;
  for (let depth = 1; reader.at < reader.text.length; reader.at++) {
    const character = reader.text[reader.at];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return reader.text.slice(start, reader.at++).trim();
  }
  return refuseAt(reader);
}

function readName(reader: Reader): string {
  const name = /^[\w-]*/.exec(reader.text.slice(reader.at, reader.at + 200))?.[0] ?? '';
  reader.at += name.length;
  return name;
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

const isAtEnd = ({ text, at }: Reader): boolean => at >= text.length || text[at] === '}';

function refuseAt({ text, at }: Reader): never {
  const shown = text.slice(Math.max(0, at - 10), at + 10);
  return refuse(
    2500,
    `Syntax error "Expected end of string instead of "${text[at] ?? ''}"." at character ${at}: ${shown}`,
  );
}
