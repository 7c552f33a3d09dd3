import { apiClient, type Answer } from '../api-client.ts';
import type { TestApp } from '../test-app.ts';

/** Keeps cookies as a browser does, for what happens at the sign-in addresses. */
export interface Browser {
  /** Below /api/auth. */
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<Body>>;
  /** Who the program takes the browser for, or null for nobody. */
  signedInAs(): Promise<string | null>;
  readonly cookies: Map<string, string>;
}

export function openBrowser(app: TestApp, headers: Record<string, string> = {}): Browser {
  const cookies = new Map<string, string>();
  const api = () => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return apiClient(app, { ...headers, ...(cookie === '' ? {} : { cookie }) });
  };
  const keeping = <Body>(answer: Answer<Body>): Answer<Body> => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: async (path) => keeping(await api().get(`/api/auth${path}`)),
    post: async (path, body = {}) => keeping(await api().post(`/api/auth${path}`, body)),
    signedInAs: async () => {
      app.identities.forget();
      const { status, body } = await api().get('/account');
      return status === 200 ? String(body.email) : null;
    },
  };
}

/** The library counts tries in the database; a test that tries often begins anew. */
export async function forgetTries(app: TestApp): Promise<void> {
  await app.database.asOwner('delete from identity.rate_limits');
}

interface RecordedSignIn {
  outcome: string;
  method: string;
  email: string;
}

/** What the history of the workspace says about attempts to sign in, oldest first. */
export async function recordedSignIns(app: TestApp, workspaceId: string): Promise<string[]> {
  const rows = await app.database.asOwner<{ data: RecordedSignIn }>(
    `select data from events where workspace_id = $1 and type = 'member.sign_in' order by tx, seq`,
    [workspaceId],
  );
  return rows.map(({ data }) => `${data.method}: ${data.outcome}`);
}
