import { Readable } from 'node:stream';
import { createGraphClient, type GraphClient, type GraphOptions, type TransportRequest } from '../index.ts';

interface Asked extends TransportRequest {
  url: URL;
}

interface Given {
  status?: number;
  headers?: Record<string, string | string[]>;
  /** Objects are written as JSON. */
  body?: object | string;
}

export interface StandIn {
  graph: GraphClient;
  asked: Asked[];
}

/** A client whose calls are answered here, one after another; an Error in the place of an answer is thrown. */
export function standIn(answers: (Given | Error)[], options: Partial<GraphOptions> = {}): StandIn {
  const asked: Asked[] = [];
  const graph = createGraphClient({
    base: 'https://graph.example',
    version: 'v25.0',
    token: 'EAAtoken',
    request(url, request) {
      asked.push({ ...request, url: new URL(url) });
      const answer = answers[asked.length - 1] ?? new Error('There was no call left to answer.');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(responseOf(answer));
    },
    ...options,
  });
  return { graph, asked };
}

function responseOf({ status = 200, headers = {}, body = {} }: Given) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers, body: Readable.from([bytes]), bytes: () => Promise.resolve(bytes) };
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
