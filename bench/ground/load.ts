import { Pool } from 'undici';

export interface Load {
  url: string;
  path: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Makes the n-th body. */
  body?: (n: number) => string;
  connections?: number;
  seconds?: number;
}

/** Answers per second that a server gives to connections which ask again as soon as they are answered. */
export async function answersPerSecond({
  url,
  path,
  method,
  headers,
  body,
  connections = 16,
  seconds = 2,
}: Load): Promise<number> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const contentType = body ? { 'content-type': 'application/json' } : {};
  let answered = 0;
  const end = performance.now() + seconds * 1000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const response = await pool.request({
        path,
        method,
        headers: { ...headers, ...contentType },
        ...(body ? { body: body(counter++) } : {}),
      });
      const text = await response.body.text();
      if (response.statusCode >= 300)
        throw new Error(`${method} ${path} was answered ${response.statusCode}: ${text}`);
      answered += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - start) / 1000;
  await pool.close();
  return answered / elapsed;
}

let counter = 0;
