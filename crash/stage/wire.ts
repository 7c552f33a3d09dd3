/** The messages of PostgreSQL's protocol that are looked into, and how much of one is enough for that. */
const looksAt = { parse: 0x50, bind: 0x42, query: 0x51, sync: 0x53 };
const enough = 4096;

/**
 * Reads along what a client tells PostgreSQL and says when it has told everything that makes something durable: COMMIT,
 * or a statement that commits by itself.
 */
export class CommitWatch {
  /** Which prepared statements make something durable. */
  readonly #committing = new Set<string>();
  readonly #isCommit: (sql: string) => boolean;
  #started = false;
  #head: Buffer = Buffer.alloc(0);
  /** Bytes of the message at hand that are not worth keeping. */
  #skip = 0;
  #pending = false;

  constructor(isCommit: (sql: string) => boolean) {
    this.#isCommit = isCommit;
  }

  /** Whether this piece completes such a message. */
  sees(piece: Buffer): boolean {
    let committed = false;
    let rest = piece;
    for (;;) {
      const skipped = Math.min(this.#skip, rest.length);
      this.#skip -= skipped;
      rest = rest.subarray(skipped);
      this.#head = this.#head.length === 0 ? rest : Buffer.concat([this.#head, rest]);
      const length = this.#lengthOfFirst();
      if (length === null) return committed;
      if (this.#head.length < Math.min(length, enough)) return committed;
      const message = this.#head.subarray(0, Math.min(length, this.#head.length));
      rest = this.#head.subarray(message.length);
      this.#skip = length - message.length;
      this.#head = Buffer.alloc(0);
      if (this.#takesIn(message)) committed = true;
      this.#started = true;
    }
  }

  /** The first message of all has no letter. */
  #lengthOfFirst(): number | null {
    if (!this.#started) return this.#head.length < 4 ? null : this.#head.readUInt32BE();
    return this.#head.length < 5 ? null : this.#head.readUInt32BE(1) + 1;
  }

  #takesIn(message: Buffer): boolean {
    if (!this.#started) return false;
    const letter = message[0];
    if (letter === looksAt.query) return this.#isCommit(textsIn(message, 1)[0] ?? '');
    if (letter === looksAt.parse) this.#learn(textsIn(message, 2));
    if (letter === looksAt.bind) this.#pending ||= this.#committing.has(textsIn(message, 2)[1] ?? '');
    if (letter !== looksAt.sync) return false;
    const committed = this.#pending;
    this.#pending = false;
    return committed;
  }

  #learn([name = '', sql = '']: string[]): void {
    if (this.#isCommit(sql)) this.#committing.add(name);
    else this.#committing.delete(name);
  }
}

/** The texts at the beginning of a message, each of which ends with a zero. */
function textsIn(message: Buffer, count: number): string[] {
  const texts: string[] = [];
  for (let from = 5; texts.length < count && from < message.length;) {
    const end = message.indexOf(0, from);
    texts.push(message.toString('latin1', from, end < 0 ? message.length : end));
    from = end < 0 ? message.length : end + 1;
  }
  return texts;
}
