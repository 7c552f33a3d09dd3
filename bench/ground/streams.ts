import { request, type ClientRequest } from 'node:http';

export interface Streams {
  /** When each stream first holds the text, in the order of arrival. */
  arrivals(text: string): Promise<number[]>;
  close(): void;
}

interface Place {
  url: string;
  headers: Record<string, string>;
}

/** Opens event streams as that many browsers would, a connection each. */
export async function openStreams(count: number, placeOf: (n: number) => Place): Promise<Streams> {
  let onText: (text: string) => void = () => {};
  const requests: ClientRequest[] = [];
  const open = (n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { url, headers } = placeOf(n);
      const sent = request(url, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`${url} was answered ${response.statusCode}.`));
          return;
        }
        response.setEncoding('utf8').on('data', (text: string) => onText(text));
        resolve();
      });
      sent.on('error', reject).end();
      requests.push(sent);
    });
  for (let n = 0; n < count; n += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - n) }, (_, at) => open(n + at)));
  }
  return {
    arrivals: (text) =>
      new Promise((resolve) => {
        const times: number[] = [];
        onText = (chunk) => {
          if (!chunk.includes(text)) return;
          times.push(performance.now());
          if (times.length === count) resolve(times);
        };
      }),
    close: () => {
      for (const each of requests) each.on('error', () => {}).destroy();
    },
  };
}
