import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';

/** A line to the database that a test can cut. */
export interface Line {
  url: string;
  /** No connection comes through, and those that did end. */
  cut(): void;
  /** Connections stay, and nothing comes through. */
  stall(): void;
  join(): void;
  close(): Promise<void>;
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const far = new URL(databaseUrl);
  const socketFolder = far.searchParams.get('host');
  const pairs = new Set<[Socket, Socket]>();
  let state: 'joined' | 'cut' | 'stalled' = 'joined';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const port = Number(far.port || 5432);
    const away = socketFolder
      ? connect(path.join(socketFolder, `.s.PGSQL.${port}`))
      : connect(port, far.hostname);
    const pair: [Socket, Socket] = [near, away];
    pairs.add(pair);
    for (const [from, to] of [pair, [away, near]] as const) {
      from.on('data', (chunk) => state !== 'stalled' && to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
    near.on('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const near = new URL(databaseUrl);
  near.searchParams.delete('host');
  near.hostname = '127.0.0.1';
  near.port = String((server.address() as AddressInfo).port);
  const end = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    url: near.toString(),
    cut: () => {
      state = 'cut';
      end();
    },
    stall: () => (state = 'stalled'),
    join: () => (state = 'joined'),
    close: async () => {
      end();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
