import type { TestApp } from './test-app.ts';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface ApiClient {
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  patch<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>>;
  remove<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  /** The same client in another workspace, or with other headers. */
  with(headers: Record<string, string>): ApiClient;
  readonly headers: Record<string, string>;
}

/** Speaks to the API as a program would: paths below /api/v1, JSON both ways. */
export function apiClient(app: Pick<TestApp, 'url'>, headers: Record<string, string> = {}): ApiClient {
  const call = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${app.url}${path.startsWith('/api/') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { origin: app.url }),
        ...headers,
        ...extra,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Body,
      headers: response.headers,
    };
  };
  return {
    headers,
    get: (path) => call('GET', path),
    post: (path, body, extra) => call('POST', path, body, extra),
    patch: (path, body) => call('PATCH', path, body),
    remove: (path) => call('DELETE', path),
    with: (more) => apiClient(app, { ...headers, ...more }),
  };
}

export const keyClient = (app: Pick<TestApp, 'url'>, key: string): ApiClient =>
  apiClient(app, { authorization: `Bearer ${key}` });
