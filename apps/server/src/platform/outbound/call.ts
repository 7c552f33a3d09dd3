import type { Readable } from 'node:stream';
import type { OutboundHeaders } from './headers.ts';

export type OutboundRequest = {
  method?: string;
  headers?: OutboundHeaders;
  body?: string | Uint8Array;
  /** Over everything, to the last byte of the answer. */
  timeoutMs?: number;
  maxBytes?: number;
  /** How many redirects to follow. With 0 the redirect itself is the answer. */
  redirects?: number;
  /** Ask for a packed answer and unpack it; otherwise the bytes come as they were sent. */
  decompress?: boolean;
  signal?: AbortSignal;
};

export type OutboundResponse = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  url: string;
  /** Must be read to the end or destroyed; the time limit does so otherwise. */
  body: Readable;
  bytes(): Promise<Buffer>;
  text(): Promise<string>;
  json(): Promise<unknown>;
};
