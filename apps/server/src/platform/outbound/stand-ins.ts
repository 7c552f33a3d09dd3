import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import { isPublicAddress } from './addresses.ts';
import {
  createOutbound,
  isOutboundError,
  type Outbound,
  type OutboundError,
  type OutboundOptions,
} from './index.ts';

/**
 * For tests, which have no internet: a loopback address that plays a public one, and 127.0.0.1, which stays what it is,
 * forbidden. Linux answers on all of 127/8; elsewhere ::1 plays the public part.
 */
const FORBIDDEN_HOST = '127.0.0.1';

async function standInForPublic(): Promise<string> {
  const probe = createTcpServer();
  const works = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false)).listen(0, '127.0.0.2', () => resolve(true));
  });
  probe.close();
  return works ? '127.0.0.2' : '::1';
}

type Site = AsyncDisposable & {
  port: number;
  server: Server;
  seen: string[];
  connections: () => number;
};

/** An HTTP server that notes what reached it. */
export async function openSite(host: string, answer: RequestListener): Promise<Site> {
  const seen: string[] = [];
  const server = createHttpServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const counted = countConnections(server);
  return { ...(await listen(server, host)), server, seen, connections: counted };
}

/** A listener behind which nothing may ever be reached. */
export async function openCanary(port = 0): Promise<Omit<Site, 'server' | 'seen'>> {
  const server = createTcpServer((socket: Socket) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\ncanary'),
  );
  const counted = countConnections(server);
  return { ...(await listen(server, FORBIDDEN_HOST, port)), connections: counted };
}

/** A server that speaks raw bytes, for answers that node:http would refuse to give. */
export async function openRaw(
  host: string,
  onRequest: (socket: Socket) => void,
): Promise<Omit<Site, 'server' | 'seen'>> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => onRequest(socket));
  });
  const counted = countConnections(server);
  return { ...(await listen(server, host)), connections: counted };
}

function countConnections(server: TcpServer): () => number {
  let connections = 0;
  server.on('connection', () => (connections += 1));
  return () => connections;
}

async function listen(
  server: TcpServer,
  host: string,
  port = 0,
): Promise<AsyncDisposable & { port: number }> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type World = AsyncDisposable & {
  site: Site;
  canary: Awaited<ReturnType<typeof openCanary>>;
  publicHost: string;
  /** What each name resolves to, and which names were asked for. */
  names: Record<string, string[]>;
  asked: string[];
  answer: RequestListener;
  open(options?: OutboundOptions): Outbound;
  at(path: string, host?: string, port?: number): string;
};

/** A small internet: shop.example and other.example are public, inside.example is not, and a canary listens inside. */
export async function openWorld(): Promise<World> {
  const publicHost = await standInForPublic();
  const site = await openSite(publicHost, (request, response) => world.answer(request, response));
  const canary = await openCanary();
  const opened: Outbound[] = [];
  const world: World = {
    site,
    canary,
    publicHost,
    names: { 'shop.example': [publicHost], 'other.example': [publicHost], 'inside.example': ['127.0.0.1'] },
    asked: [],
    answer: (_request, response) => response.end('hello'),
    open(options = {}) {
      const outbound = createOutbound({
        allowHttp: true,
        isAllowedAddress: (address) => address === publicHost || isPublicAddress(address),
        resolver: (name) => {
          world.asked.push(name);
          return Promise.resolve(world.names[name] ?? []);
        },
        ...options,
      });
      opened.push(outbound);
      return outbound;
    },
    at: (path, host = 'shop.example', port = site.port) => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      await Promise.all(opened.map((outbound) => outbound.close()));
      await Promise.all([site[Symbol.asyncDispose](), canary[Symbol.asyncDispose]()]);
    },
  };
  return world;
}

export async function failureOf(promise: Promise<unknown>): Promise<OutboundError> {
  const failure = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  if (!isOutboundError(failure)) throw new Error(`not refused: ${String(failure)}`);
  return failure;
}
