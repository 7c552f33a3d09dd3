import { connect, type Socket } from 'node:net';
import type { RawAnswer } from './request.ts';

/** A connection on which a test writes bytes that no HTTP client would. */
export interface RawSocket {
  socket: Socket;
  /** Everything received until the other side ended, or until so many milliseconds passed. */
  received: (within?: number) => Promise<string>;
}

export function openSocket(url: string): RawSocket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  // A reset is one of the ways in which a server may end the connection.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('end', () => resolve());
  });
  return {
    socket,
    received: async (within = 2_000) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, within);
      await Promise.race([closed, promise]);
      clearTimeout(timer);
      socket.destroy();
      return Buffer.concat(chunks).toString('latin1');
    },
  };
}

/** Sends text as it is and reads what comes back until the connection ends. */
export async function exchange(url: string, text: string | Buffer, within?: number): Promise<string> {
  const { socket, received } = openSocket(url);
  socket.write(text);
  return received(within);
}

/** The answers in what a connection received, in order. */
export function answersIn(received: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = received; rest !== '';) {
    const end = rest.indexOf('\r\n\r\n');
    const [statusLine = '', ...lines] = rest.slice(0, end).split('\r\n');
    const headers = new Headers(
      lines.map((line): [string, string] => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const length = Number(headers.get('content-length') ?? 0);
    const text = rest.slice(end + 4, end + 4 + length);
    answers.push({ status: Number(statusLine.split(' ')[1]), headers, text });
    rest = rest.slice(end + 4 + length);
    if (end < 0) break;
  }
  return answers;
}
