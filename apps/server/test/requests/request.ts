import type { Route } from '../../src/platform/http/index.ts';
import type { TestApp } from '../test-app.ts';

/** A request as it can be kept, changed and sent again. */
export interface ApiRequest {
  /** The procedure that it calls. */
  name: string;
  method: string;
  path: string;
  body?: unknown;
  headers: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

export const routeOf = ({ procedure }: Route) => ({
  method: procedure['~orpc'].route.method ?? 'POST',
  path: procedure['~orpc'].route.path ?? '/',
});

/** Puts an input where its procedure reads it from: the path, then the query or the body. */
export function requestFor(route: Route, input: Record<string, unknown> = {}): ApiRequest {
  const { method, path } = routeOf(route);
  const rest = { ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method !== 'GET')
    return { name: route.name, method, path: `/api/v1${filled}`, body: rest, headers: {} };
  return { name: route.name, method, path: `/api/v1${filled}${queryString(rest)}`, headers: {} };
}

function queryString(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Sends it as the web app or a program would; `as` holds what says who calls. */
export async function send(
  app: Pick<TestApp, 'url'>,
  request: ApiRequest,
  as: Record<string, string> = {},
): Promise<RawAnswer> {
  const hasBody = request.body !== undefined;
  const response = await fetch(`${app.url}${request.path}`, {
    method: request.method,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(request.method === 'GET' ? {} : { origin: app.url }),
      ...as,
      ...request.headers,
    },
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The body of a problem answer, or what stands in its place. */
export function codeOf({ text }: RawAnswer): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

/**
 * An answer without what the moment of asking decides: the request's id, and on an empty page of the history how far
 * the log is written, which every transaction of the whole server moves, be it of another workspace.
 */
export const withoutMoment = (text: string): string =>
  text
    .replace(/"requestId":"[^"]*"/, '"requestId":""')
    .replace(/("items":\[\],"nextCursor":"[0-9a-f]{8}\.)\d+\.\d+"/, '$1"');
