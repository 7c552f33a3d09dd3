import type { Json } from '../../world/json.ts';

/** A piece of the text: offsets of its first character and of the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** A value of a JSON text that knows where it stands. */
export interface JsonNode extends Span {
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** As Meta writes it: `screens[0].layout.children[2].text`. */
  path: string;
  value: Json;
  /** The place of its name, inside of an object. */
  key?: Span;
  properties?: Map<string, JsonNode>;
  items?: JsonNode[];
}

/** Of a text its characters; of anything else none. */
export const textOfNode = (node: JsonNode | undefined): string =>
  typeof node?.value === 'string' ? node.value : '';

export class JsonTextError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper than any Flow, and shallow enough for the stack. */
const deepest = 200;

interface Reader {
  text: string;
  at: number;
  depth: number;
}

/** Reads JSON as `JSON.parse` does, and keeps the positions. */
export function readJson(text: string): JsonNode {
  const reader: Reader = { text, at: 0, depth: 0 };
  const node = readValue(reader, '');
  skipSpace(reader);
  if (reader.at < text.length) fail(reader, 'Unexpected text after the end of the JSON.');
  return node;
}

function readValue(reader: Reader, path: string): JsonNode {
  skipSpace(reader);
  const character = reader.text.charAt(reader.at);
  if (character === '{') return nested(reader, path, readObject);
  if (character === '[') return nested(reader, path, readArray);
  if (character === '"') return readString(reader, path);
  return readWord(reader, path);
}

function nested(reader: Reader, path: string, read: (reader: Reader, path: string) => JsonNode): JsonNode {
  if (++reader.depth > deepest) fail(reader, 'The JSON is nested too deep.');
  const node = read(reader, path);
  reader.depth -= 1;
  return node;
}

function readObject(reader: Reader, path: string): JsonNode {
  const start = reader.at++;
  const properties = new Map<string, JsonNode>();
  skipSpace(reader);
  while (!take(reader, '}')) {
    if (properties.size > 0) expect(reader, ',');
    skipSpace(reader);
    const key = readString(reader, '');
    const name = textOfNode(key);
    skipSpace(reader);
    expect(reader, ':');
    const node = readValue(reader, path === '' ? name : `${path}.${name}`);
    // Of a name that is there twice the last counts, and it stands where the first stood.
    properties.set(name, { ...node, key: { start: key.start, end: key.end } });
    skipSpace(reader);
  }
  const value = Object.fromEntries([...properties].map(([name, node]) => [name, node.value]));
  return { kind: 'object', path, value, properties, start, end: reader.at };
}

function readArray(reader: Reader, path: string): JsonNode {
  const start = reader.at++;
  const items: JsonNode[] = [];
  skipSpace(reader);
  while (!take(reader, ']')) {
    if (items.length > 0) expect(reader, ',');
    items.push(readValue(reader, `${path}[${items.length}]`));
    skipSpace(reader);
  }
  return { kind: 'array', path, value: items.map(({ value }) => value), items, start, end: reader.at };
}

function readString(reader: Reader, path: string): JsonNode {
  const start = reader.at;
  const end = endOfString(reader);
  reader.at = end;
  return { kind: 'string', path, value: JSON.parse(reader.text.slice(start, end)) as string, start, end };
}

/** By hand, since a pattern over a picture of megabytes would exhaust the stack of the engine. */
function endOfString(reader: Reader): number {
  const { text } = reader;
  if (text.charAt(reader.at) !== '"') fail(reader, 'Expected a string.');
  for (let at = reader.at + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return fail({ ...reader, at }, 'A string must not contain control characters.');
    if (code === 0x5c) at = endOfEscape(reader, at);
  }
  return fail(reader, 'A string has no end.');
}

const escapePattern = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

function endOfEscape(reader: Reader, at: number): number {
  escapePattern.lastIndex = at;
  const escape = escapePattern.exec(reader.text)?.[0];
  return escape ? at + escape.length - 1 : fail({ ...reader, at }, 'A string has an invalid escape.');
}

const wordPattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readWord(reader: Reader, path: string): JsonNode {
  wordPattern.lastIndex = reader.at;
  const word = wordPattern.exec(reader.text)?.[0];
  if (!word) return fail(reader, 'Expected a value.');
  const start = reader.at;
  reader.at += word.length;
  const kind = word === 'null' ? 'null' : word === 'true' || word === 'false' ? 'boolean' : 'number';
  return { kind, path, value: JSON.parse(word) as Json, start, end: reader.at };
}

function skipSpace(reader: Reader): void {
  while (reader.at < reader.text.length && ' \t\n\r'.includes(reader.text.charAt(reader.at))) reader.at += 1;
}

function take(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, character: string): void {
  if (!take(reader, character)) fail(reader, `Expected '${character}'.`);
}

function fail({ at }: Reader, message: string): never {
  throw new JsonTextError(message, at);
}

/** Turns offsets into lines and columns, both from 1. */
export function lineTable(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
