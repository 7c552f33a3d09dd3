import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { linesOf } from './lines.ts';

/** What a line of the journal is about. */
export type EntryKind = 'request' | 'webhook' | 'state' | 'fault' | 'control';

export interface JournalQuery {
  kinds?: readonly string[];
  /** Only lines after this number. */
  after?: number;
}

/** Where a line stands, now and then, so that reading need not begin at the beginning. */
interface Mark {
  seq: number;
  file: string;
  from: number;
}

const fileSize = 128 * 1024 * 1024;
const bufferSize = 256 * 1024;
const markEvery = 2 * 1024 * 1024;
const tailSize = 1024 * 1024;

/**
 * Everything that was asked, told and changed, one JSON line each, on disk as it happens: the evidence from outside
 * when a client claims that nothing was lost and nothing came twice. Lines wait for the others of the same turn, so that
 * a process that is killed takes no more than those along.
 */
export class Journal {
  readonly #folder: string;
  #name: string;
  #file: number;
  #fileBytes: number;
  #seq = 0;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #atTurnsEnd: NodeJS.Immediate | undefined;
  #listeners = new Set<(line: string) => void>();
  #marks: Mark[] = [];
  #closed = false;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const files = filesOf(folder);
    this.#name = files.at(-1) ?? fileName(1);
    this.#marks = files.flatMap((file) => {
      const seq = firstSeqOf(path.join(folder, file));
      return seq > 0 ? [{ seq, file, from: 0 }] : [];
    });
    for (const file of files.toReversed()) if (this.#seq === 0) this.#seq = mendEnd(path.join(folder, file));
    this.#file = openSync(path.join(folder, this.#name), 'a');
    this.#fileBytes = fstatSync(this.#file).size;
  }

  /** The number of the newest line. */
  get seq(): number {
    return this.#seq;
  }

  write(kind: EntryKind, at: number, entry: object): void {
    this.writeText(kind, at, JSON.stringify(entry).slice(1, -1));
  }

  /** For lines that are written often: the properties as JSON text without the outer braces. */
  writeText(kind: EntryKind, at: number, properties: string): void {
    // What ends after the world has ended, such as an answer nobody waits for, leaves no trace.
    if (this.#closed) return;
    this.#seq += 1;
    const line = `{"seq":${this.#seq},"at":${at},"kind":"${kind}"${properties && `,${properties}`}}\n`;
    this.#waiting.push(line);
    this.#waitingBytes += line.length;
    for (const listener of this.#listeners) listener(line);
    if (this.#waitingBytes > bufferSize) this.flush();
    else this.#atTurnsEnd ??= setImmediate(() => this.flush()).unref();
  }

  flush(): void {
    clearImmediate(this.#atTurnsEnd);
    this.#atTurnsEnd = undefined;
    if (this.#waiting.length === 0) return;
    this.#mark(this.#seq - this.#waiting.length + 1);
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
    this.#fileBytes += bytes.length;
    if (this.#fileBytes > fileSize) this.#beginFile();
  }

  /** Hears every line as it is written; call the result to stop. */
  listen(listener: (line: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The lines that stood there when the reading began. */
  async *read({ kinds, after = 0 }: JournalQuery = {}): AsyncGenerator<string> {
    this.flush();
    const [newest, end] = [this.#name, this.#fileBytes];
    const start = this.#marks.findLast(({ seq }) => seq <= after + 1);
    for (const file of filesOf(this.#folder)) {
      if (file > newest || (start && file < start.file)) continue;
      const from = file === start?.file ? start.from : 0;
      for await (const line of linesOf(
        path.join(this.#folder, file),
        from,
        file === newest ? end : Infinity,
      )) {
        const { seq, kind } = headOf(line);
        if (seq > after && (!kinds || kinds.includes(kind))) yield `${line}\n`;
      }
    }
  }

  close(): void {
    if (this.#closed) return;
    this.flush();
    this.#closed = true;
    closeSync(this.#file);
  }

  #mark(seq: number): void {
    const last = this.#marks.at(-1);
    if (last?.file === this.#name && this.#fileBytes - last.from < markEvery) return;
    this.#marks.push({ seq, file: this.#name, from: this.#fileBytes });
  }

  #beginFile(): void {
    closeSync(this.#file);
    this.#name = fileName(numberOf(this.#name) + 1);
    this.#file = openSync(path.join(this.#folder, this.#name), 'a');
    this.#fileBytes = 0;
  }
}

const fileName = (number: number): string => `journal-${String(number).padStart(5, '0')}.ndjson`;

const numberOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^journal-\d+\.ndjson$/.test(name))
    .sort();

/** Cuts off a last line that a crash left unfinished, and gives the number of the newest line; 0 in an empty file. */
function mendEnd(file: string): number {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    // A line may be longer than what is read at once, so more is read until one begins inside of it.
    for (let wanted = tailSize; ; wanted *= 4) {
      const from = Math.max(0, size - wanted);
      const tail = readAt(handle, from, size - from).toString('latin1');
      const whole = tail.lastIndexOf('\n') + 1;
      const last = newestHead(from === 0 ? `\n${tail}` : tail);
      if (last === undefined && from > 0) continue;
      if (whole > 0 || from === 0) ftruncateSync(handle, from + whole);
      return last ?? 0;
    }
  } finally {
    closeSync(handle);
  }
}

/** The number of the last line that begins in a text; the number of a cut line is not given again. */
function newestHead(text: string): number | undefined {
  let newest: number | undefined;
  for (const match of text.matchAll(/\n\{"seq":(\d+),"at"/g)) newest = Number(match[1]);
  return newest;
}

function firstSeqOf(file: string): number {
  const handle = openSync(file, 'r');
  try {
    return headOf(readAt(handle, 0, 100).toString('latin1')).seq;
  } finally {
    closeSync(handle);
  }
}

function readAt(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, from));
}

/** The two properties by which lines are chosen stand first, so that the rest need not be parsed. */
function headOf(line: string): { seq: number; kind: string } {
  const match = /^\{"seq":(\d+),"at":-?\d+,"kind":"(\w+)"/.exec(line);
  return { seq: Number(match?.[1] ?? 0), kind: match?.[2] ?? '' };
}
