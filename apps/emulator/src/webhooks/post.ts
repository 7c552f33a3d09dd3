import { Agent, request } from 'undici';

interface ClientCertificate {
  cert: string;
  key: string;
}

interface Settings {
  certificate?: ClientCertificate;
  /** In the place of the public ones, for receivers with a certificate of their own. */
  authority?: string;
}

/** Sends bodies over connections that stay open. */
export class Poster {
  readonly #plain: Agent;
  readonly #certified: Agent;

  constructor({ certificate, authority }: Settings) {
    const connect = authority === undefined ? {} : { ca: authority };
    const options = { keepAliveTimeout: 30_000, headersTimeout: 20_000, bodyTimeout: 20_000 };
    this.#plain = new Agent({ ...options, connect });
    this.#certified = new Agent({ ...options, connect: { ...connect, ...certificate } });
  }

  /** The status; 0 when no answer came. */
  async post(
    url: string,
    { body, signature, certified }: { body: string; signature: string; certified: boolean },
  ): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      accept: '*/*',
      'x-hub-signature-256': signature,
    };
    try {
      const dispatcher = certified ? this.#certified : this.#plain;
      const answer = await request(url, { method: 'POST', body, headers, dispatcher });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return 0;
    }
  }

  /** What a receiver answers to the question whether it is the right one. */
  async get(url: string, certified = false): Promise<{ status: number; text: string }> {
    try {
      const dispatcher = certified ? this.#certified : this.#plain;
      const answer = await request(url, { headers: { 'user-agent': 'facebookplatform/1.0' }, dispatcher });
      return { status: answer.statusCode, text: await beginningOf(answer.body, longestChallenge) };
    } catch {
      return { status: 0, text: '' };
    }
  }

  /** Asks a business' endpoint and reads its whole answer; `timeout` covers all of it. */
  async exchange(
    url: string,
    { body, headers, timeout }: { body: string; headers: Record<string, string>; timeout: number },
  ): Promise<{ status: number; text: string } | { failure: 'timeout' | 'no-response' }> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await request(url, { method: 'POST', body, headers, dispatcher: this.#plain, signal });
      return { status: answer.statusCode, text: await beginningOf(answer.body, largestAnswer) };
    } catch {
      return { failure: signal.aborted ? 'timeout' : 'no-response' };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#plain.destroy(), this.#certified.destroy()]);
  }
}

const longestChallenge = 10_000;
const largestAnswer = 10_000_000;

/** Whoever answers without end is not listened to for long. */
async function beginningOf(body: AsyncIterable<Buffer>, longest: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    if (length > longest) break;
  }
  return Buffer.concat(parts).toString();
}
