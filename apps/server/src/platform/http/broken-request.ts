import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal, type RefusalCode } from '../errors/index.ts';
import { problemOf } from './problem.ts';

interface ConnectionFault extends Error {
  code?: string;
}

const faults: Record<string, [RefusalCode, string]> = {
  HPE_HEADER_OVERFLOW: ['headers_too_large', 'The headers are larger than accepted here.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['too_slow', 'The request did not arrive in time.'],
};

/**
 * Answers bytes that are no request, before there is one: the connection is all there is to answer on, and since
 * nobody knows where the next request would begin, it ends with the answer.
 */
export function refuseBrokenRequest(error: ConnectionFault, socket: Socket, requestId: string): void {
  if (socket.destroyed || error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, message] = faults[error.code ?? ''] ?? ['malformed_request', 'This is not an HTTP request.'];
  const refusal = new Refusal(code, message);
  const body = JSON.stringify(problemOf(refusal, requestId));
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    // Who keeps sending after this would otherwise hold the socket.
    () => socket.destroySoon(),
  );
}
