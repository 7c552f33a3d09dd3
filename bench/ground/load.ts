import { setTimeout } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Load {
  url: string;
  path: string | (() => string);
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Makes the n-th body. */
  body?: (n: number) => string;
  /** Headers that depend on the body. */
  sign?: (body: string) => Record<string, string>;
  connections?: number;
  seconds?: number;
  /** Asks no more than so often in a second, evenly. */
  atMost?: number;
}

/** Answers per second that a server gives to connections which ask again as soon as they are answered. */
export async function answersPerSecond({
  url,
  path,
  method,
  headers,
  body,
  sign = () => ({}),
  connections = 16,
  seconds = 2,
  atMost = Infinity,
}: Load): Promise<number> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const contentType = body ? { 'content-type': 'application/json' } : {};
  let answered = 0;
  let asked = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      if (asked >= ((performance.now() - start) / 1000) * atMost) {
        await setTimeout(1);
        continue;
      }
      asked += 1;
      const sent = body?.(counter++);
      const response = await pool.request({
        path: typeof path === 'string' ? path : path(),
        method,
        headers: { ...headers, ...contentType, ...(sent === undefined ? {} : sign(sent)) },
        ...(sent === undefined ? {} : { body: sent }),
      });
      const text = await response.body.text();
      if (response.statusCode >= 300)
        throw new Error(`${method} ${url} was answered ${response.statusCode}: ${text}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - start) / 1000;
  await pool.close();
  return answered / elapsed;
}

let counter = 0;
