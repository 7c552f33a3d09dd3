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

export function serverAt(origin: string, code: string, language: string): Server {
  const address = `${origin}/embed/${encodeURIComponent(code)}`;
  // As text and without credentials a request is simple: the browser asks nobody beforehand, and no cookie goes along.
  const post = (path: string, body: string): Promise<Response> =>
    fetch(address + path, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      headers: { 'content-type': 'text/plain' },
    });
  return {
    load: async () => {
      const asked = language === '' ? '' : `?lang=${encodeURIComponent(language)}`;
      return read<FormAnswer>(await fetch(address + asked, { credentials: 'omit' }));
    },
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
