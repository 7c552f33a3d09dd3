import { apiClient } from '../api-client.ts';
import type { Signed } from '../factories.ts';
import type { TestApp } from '../test-app.ts';
import type { StandIn } from './identity-provider.ts';

/** A browser on its way to the company and back, for tests. */
export interface Visit {
  url: string;
  cookie: string;
}

export interface Landing {
  status: number;
  location: string;
  /** Whole Set-Cookie lines. */
  cookies: string[];
  /** What the browser then holds of a session, if anything. */
  session: string | undefined;
}

export async function connect(
  owner: Signed,
  company: StandIn,
  emailDomains: string[],
): Promise<{ providerId: string; callbackUrl: string }> {
  const { status, body } = await owner.api.post<{ providerId: string; callbackUrl: string }>(
    '/sign-on-providers',
    {
      name: 'Patel Group',
      issuer: company.issuer,
      clientId: 'trikon & co',
      clientSecret: company.clientSecret,
      emailDomains,
    },
  );
  if (status !== 201) throw new Error(`not connected: ${JSON.stringify(body)}`);
  return body;
}

export async function begin(app: TestApp, email: string, to?: string): Promise<Visit> {
  const { status, body, headers } = await apiClient(app).post<{ url: string }>('/api/auth/company/start', {
    email,
    ...(to === undefined ? {} : { to }),
  });
  if (status !== 200) throw new Error(`not begun: ${JSON.stringify(body)}`);
  return { url: body.url, cookie: pairOf(headers.getSetCookie()[0] ?? '') };
}

/** Comes back to the address that the company was asked to send the browser to. */
export async function comeBack(
  app: TestApp,
  visit: Visit,
  parameters: URLSearchParams,
  path = callbackPathOf(visit),
): Promise<Landing> {
  const response = await fetch(`${app.url}${path}?${parameters.toString()}`, {
    redirect: 'manual',
    headers: { cookie: visit.cookie, 'user-agent': 'Mozilla/5.0 (Android 14) Chrome/130.0' },
  });
  const cookies = response.headers.getSetCookie();
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    cookies,
    session: cookies.map(pairOf).find((each) => each.startsWith(`${app.cookieName}=`)),
  };
}

export const callbackPathOf = ({ url }: Visit): string =>
  new URL(new URL(url).searchParams.get('redirect_uri') ?? '').pathname;

const pairOf = (line: string): string => line.split(';')[0] ?? '';
