import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { app } from '../../directory/test/two-shops.ts';
import { sign } from '../sign.ts';

interface Received {
  path: string;
  text: string;
  isGenuine: boolean;
  headers: IncomingMessage['headers'];
  /** The common name of the client's certificate. */
  certificate?: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** What it answers to the next; 200 unless a test says otherwise. May take its time. */
  answer: (received: Received) => number | Promise<number>;
  /** How many were in its hands at once, at most. */
  mostAtOnce: number;
}

interface Secured {
  cert: string;
  key: string;
  ca: string;
}

/** Somebody's webhook endpoint. It checks signatures with the app's secret, and with TLS asks for a certificate. */
export async function openReceiver(secured?: Secured): Promise<Receiver> {
  let atOnce = 0;
  const receiver: Receiver = { url: '', received: [], answer: () => 200, mostAtOnce: 0 };
  const take = async (request: IncomingMessage): Promise<[number, string]> => {
    const { searchParams } = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'GET') return [200, searchParams.get('hub.challenge') ?? ''];
    receiver.mostAtOnce = Math.max(receiver.mostAtOnce, ++atOnce);
    const body = await text(request);
    const one: Received = {
      path: request.url ?? '',
      text: body,
      isGenuine: request.headers['x-hub-signature-256'] === sign(app.secret, body),
      headers: request.headers,
    };
    if (secured) one.certificate = String((request.socket as TLSSocket).getPeerCertificate().subject?.CN);
    receiver.received.push(one);
    const status = await receiver.answer(one);
    atOnce -= 1;
    return [status, ''];
  };
  const options = { ...secured, requestCert: true, rejectUnauthorized: true };
  const server = secured ? createSecureServer(options) : createServer();
  server.on('request', (request, response) => {
    void take(request).then(([status, answer]) => response.writeHead(status).end(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http${secured ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return receiver;
}
