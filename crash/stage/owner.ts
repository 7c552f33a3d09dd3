import { setTimeout as pause } from 'node:timers/promises';

interface Answer<Body> {
  status: number;
  body: Body;
}

/** The owner of the demo's workspace, signed in, who asks the program through its API. */
export class Owner {
  readonly #url: string;
  #headers: Record<string, string> = {};
  workspaceId = '';

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(password: string): Promise<void> {
    const answer = await fetch(`${this.#url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url },
      body: JSON.stringify({ email: 'meera@surat-silks.example', password }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    this.#headers = { cookie, origin: this.#url };
    const { body } = await this.ask<{ workspaces: { workspaceId: string }[] }>('GET', '/account');
    this.workspaceId = body.workspaces[0]!.workspaceId;
    this.#headers['trikon-workspace'] = this.workspaceId;
  }

  async ask<Body>(
    method: string,
    address: string,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const answer = await fetch(`${this.#url}/api/v1${address}`, {
      method,
      headers: { ...this.#headers, ...more, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  /** Until it is done: for what the run needs and does not test. */
  async insist<Body>(method: string, address: string, body?: object): Promise<Body> {
    for (let tries = 1; ; tries++) {
      const answer = await this.ask<Body>(method, address, body).catch((error: unknown) => ({
        status: 0,
        body: String(error) as Body,
      }));
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      if (tries === 20)
        throw new Error(`${method} ${address} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      await pause(500);
    }
  }
}
