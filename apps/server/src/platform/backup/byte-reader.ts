/** Takes a stream of chunks apart into the lengths that its reader needs. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #buffered: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** As many bytes as asked for, or fewer at the end of the stream. */
  async upTo(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let wanted = length;
    while (wanted > 0 && !(await this.isAtEnd())) {
      const part = this.#buffered.subarray(0, wanted);
      this.#buffered = this.#buffered.subarray(part.length);
      parts.push(part);
      wanted -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#buffered.length === 0 && !this.#ended) {
      const { value, done } = await this.#source.next();
      if (done === true) this.#ended = true;
      else this.#buffered = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    return this.#buffered.length === 0;
  }
}
