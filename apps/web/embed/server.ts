import type { FormAnswer, SentAnswer } from './form-answer.ts';

interface Sent {
  phone: string;
  purposes: string[];
  trap: string;
  method: FormAnswer['look']['place'];
}

/** The place to opt in, as this website reaches it. */
export interface Server {
  load(): Promise<FormAnswer>;
  tellShown(): void;
  send(form: FormAnswer, sent: Sent): Promise<SentAnswer>;
}

interface Asked {
  code: string;
  language: string;
  /** Everything works and nothing is kept. */
  isTest: boolean;
}

export function serverAt(origin: string, { code, language, isTest }: Asked): Server {
  const addressOf = (path: string): string => {
    const params = new URLSearchParams({
      ...(isTest && { test: '1' }),
      ...(language !== '' && { lang: language }),
    });
    return `${origin}/embed/${encodeURIComponent(code)}${path}?${params.toString()}`;
  };
  // As text and without credentials a request is simple: the browser asks nobody beforehand, and no cookie goes along.
  const post = (path: string, body: string): Promise<Response> =>
    fetch(addressOf(path), {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      headers: { 'content-type': 'text/plain' },
    });
  return {
    load: async () => read<FormAnswer>(await fetch(addressOf(''), { credentials: 'omit' })),
    tellShown: () => void post('/shown', '').catch(() => undefined),
    send: async ({ token, language: shown }, sent) => {
      const { href, search } = window.location;
      const whence = { pageUrl: href, referrer: document.referrer, query: search.slice(1, 4_000) };
      return read<SentAnswer>(
        await post('/opt-ins', JSON.stringify({ ...sent, token, language: shown, ...whence })),
      );
    },
  };
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Answer;
}
