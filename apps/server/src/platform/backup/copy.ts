import { once } from 'node:events';
import { PassThrough, type Duplex } from 'node:stream';
import type pg from 'pg';

/** What the driver gives a query of one's own; its Query class is the same to it. */
interface Wire {
  stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

interface CommandComplete {
  text: string;
}

export interface CopyOut {
  chunks: AsyncIterable<Buffer>;
  /** Known when the chunks have ended. */
  rows(): number;
}

/**
 * Streams `COPY … TO STDOUT`. The driver knows the messages and leaves their use to whoever submits a query; it must
 * be a connection of one's own without pipelining. The server is not read faster than the chunks are taken.
 */
export function copyOut(client: pg.ClientBase, text: string): CopyOut {
  const chunks = new PassThrough({ highWaterMark: 256 * 1024 });
  let rows = 0;
  const query = {
    submit: (wire: Wire) => {
      chunks.on('drain', () => wire.stream.resume());
      // A reader that gives up must not leave the connection paused for ever.
      chunks.on('close', () => wire.stream.resume());
      wire.query(text);
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
      if (chunks.destroyed) return;
      // Copied, because the driver uses the memory again for what it receives next.
      if (!chunks.write(Buffer.from(chunk))) wire.stream.pause();
    },
    handleCommandComplete: (message: CommandComplete) => {
      rows = rowsOf(message);
    },
    handleReadyForQuery: () => void chunks.end(),
    handleError: (error: Error) => void chunks.destroy(error),
  };
  client.query(query as unknown as pg.Submittable);
  return { chunks, rows: () => rows };
}

/** Streams chunks into `COPY … FROM STDIN` and returns the number of rows. */
export async function copyIn(
  client: pg.ClientBase,
  text: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let rows = 0;
  let refused = false;

  async function send(wire: Wire): Promise<void> {
    try {
      for await (const chunk of chunks) {
        if (refused) return;
        wire.sendCopyFromChunk(Buffer.from(chunk));
        if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
      }
      wire.endCopyFrom();
    } catch (error) {
      wire.sendCopyFail('the source of the rows failed');
      reject(error);
    }
  }

  const query = {
    submit: (wire: Wire) => wire.query(text),
    handleCopyInResponse: (wire: Wire) => void send(wire),
    handleCommandComplete: (message: CommandComplete) => {
      rows = rowsOf(message);
    },
    handleReadyForQuery: () => resolve(rows),
    handleError: (error: Error) => {
      refused = true;
      reject(error);
    },
  };
  client.query(query as unknown as pg.Submittable);
  return promise;
}

const rowsOf = ({ text }: CommandComplete): number => Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
