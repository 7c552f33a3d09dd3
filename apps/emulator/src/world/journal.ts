import {
  closeSync,
  createReadStream,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What a line of the journal is about. */
export type EntryKind = 'request' | 'webhook' | 'state' | 'fault' | 'control';

export interface JournalQuery {
  kinds?: readonly string[];
  /** Only lines after this number. */
  after?: number;
}

const fileSize = 128 * 1024 * 1024;
const bufferSize = 256 * 1024;

/**
 * Everything that was asked, told and changed, one JSON line each, on disk as it happens: the evidence from outside
 * when a client claims that nothing was lost and nothing came twice. Lines wait in memory for a moment at most, and are
 * written at once when somebody reads.
 */
export class Journal {
  readonly #folder: string;
  #file: number;
  #fileBytes: number;
  #seq: number;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #listeners = new Set<(line: string) => void>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#file = openSync(path.join(folder, filesOf(folder).at(-1) ?? fileName(1)), 'a+');
    this.#fileBytes = fstatSync(this.#file).size;
    const end = endOf(this.#file, this.#fileBytes);
    this.#seq = Number(/.*"seq":(\d+),"at":/s.exec(end)?.[1] ?? 0);
    // A crash may have cut the last line.
    if (end !== '' && !end.endsWith('\n')) writeSync(this.#file, '\n');
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
    this.#seq += 1;
    const line = `{"seq":${this.#seq},"at":${at},"kind":"${kind}",${properties}}\n`;
    this.#waiting.push(line);
    this.#waitingBytes += line.length;
    for (const listener of this.#listeners) listener(line);
    if (this.#waitingBytes > bufferSize) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), 100).unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
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

  async *read({ kinds, after = 0 }: JournalQuery = {}): AsyncGenerator<string> {
    this.flush();
    for (const file of filesOf(this.#folder)) {
      const lines = createInterface({ input: createReadStream(path.join(this.#folder, file)) });
      for await (const line of lines) {
        const { seq, kind } = headOf(line);
        if (seq > after && (!kinds || kinds.includes(kind))) yield `${line}\n`;
      }
    }
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  #beginFile(): void {
    closeSync(this.#file);
    this.#file = openSync(path.join(this.#folder, fileName(filesOf(this.#folder).length + 1)), 'a');
    this.#fileBytes = 0;
  }
}

const fileName = (number: number): string => `journal-${String(number).padStart(5, '0')}.ndjson`;

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^journal-\d+\.ndjson$/.test(name))
    .sort();

/** More than the longest line, which holds a webhook of at most 3 MB. */
function endOf(file: number, size: number): string {
  const bytes = Buffer.alloc(Math.min(size, 8 * 1024 * 1024));
  const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
  return bytes.toString('utf8', 0, read);
}

/** The two properties by which lines are chosen stand first, so that the rest need not be parsed. */
function headOf(line: string): { seq: number; kind: string } {
  const match = /^\{"seq":(\d+),"at":-?\d+,"kind":"(\w+)"/.exec(line);
  return { seq: Number(match?.[1] ?? 0), kind: match?.[2] ?? '' };
}
