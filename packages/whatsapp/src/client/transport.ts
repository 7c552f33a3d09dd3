import type { Readable } from 'node:stream';

/**
 * How the client reaches Graph: the caller's own guarded client, which decides what may be called. It ends every call
 * at `timeoutMs`, cuts answers off at `maxBytes`, follows no redirect and retries nothing. It rejects when there is no
 * whole answer; `failureOf` says what it reads in the error.
 */
export type Transport = (url: string, request: TransportRequest) => Promise<TransportResponse>;

export interface TransportRequest {
  method: Method;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Over everything, to the last byte of the answer. */
  timeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal;
}

export interface TransportResponse {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string | string[] | undefined>;
  /** Must be read to the end or destroyed. */
  body: Readable;
  bytes(): Promise<Uint8Array>;
}

export type Method = 'DELETE' | 'GET' | 'POST';

export function headerOf({ headers }: TransportResponse, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
