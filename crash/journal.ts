import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What somebody outside of the program saw, one line of JSON each, written as it happens and never changed. */
export class Journal<Line extends object> {
  readonly file: string;
  readonly #descriptor: number;

  constructor(file: string) {
    this.file = file;
    this.#descriptor = openSync(file, 'a');
  }

  write(line: Line): void {
    writeSync(this.#descriptor, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

export async function* readLines<Line>(file: string): AsyncGenerator<Line> {
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (text !== '') yield JSON.parse(text) as Line;
}

/** Milliseconds by which all journals of a run are compared: one clock, which nothing moves. */
export const moment = (): number => Math.round(performance.timeOrigin + performance.now());
