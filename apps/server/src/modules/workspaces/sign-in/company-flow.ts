import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { cookiePrefix, readCookie } from './session-cookie.ts';

const flowSchema = z.strictObject({
  providerId: z.uuid(),
  organisationId: z.uuid(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string().startsWith('/'),
  expiresAt: z.number(),
});

/** What a browser has to bring back from its company: it alone holds it, so nobody else's answer fits. */
export type Flow = z.infer<typeof flowSchema>;

export interface CookieSettings {
  secure: boolean;
  secret: string;
}

export const flowSeconds = 600;
const cookiePath = '/api/auth/company';

const cookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}${cookiePrefix}.company`;

export function flowCookie(flow: Flow, { secure, secret }: CookieSettings): string {
  const payload = Buffer.from(JSON.stringify(flow)).toString('base64url');
  return cookieLine(`${payload}.${signature(payload, secret)}`, flowSeconds, secure);
}

export const endedFlowCookie = ({ secure }: CookieSettings): string => cookieLine('', 0, secure);

/** The flow in a Cookie header, when the program signed it and its time has not passed. */
export function readFlow(
  header: string | undefined,
  { secure, secret }: CookieSettings,
  now: Date,
): Flow | null {
  const [payload, given, ...rest] = readCookie(header, cookieName(secure))?.split('.') ?? [];
  if (payload === undefined || given === undefined || rest.length > 0) return null;
  if (!isSame(given, signature(payload, secret))) return null;
  // A release before or after this one may have signed it.
  const { data: flow } = flowSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return flow !== undefined && flow.expiresAt > now.getTime() ? flow : null;
}

export function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Where in the web app to go afterwards, or null when that is not inside of it. What the URL parser makes of it is
 * what counts: it reads `/\evil.example` and `/<tab>/evil.example` as another host, and `/.//evil.example` as a path
 * that a browser would read as another host once more.
 */
export function pathWithin(to: string, publicUrl: string): string | null {
  if (!to.startsWith('/')) return null;
  const url = URL.parse(to, publicUrl);
  if (url === null || url.origin !== new URL(publicUrl).origin) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? null : path;
}

// A key of its own, so that a session's signature is never good for a flow nor the other way round.
function signature(payload: string, secret: string): string {
  const key = createHmac('sha256', secret).update('company sign-on').digest();
  return createHmac('sha256', key).update(payload).digest('base64url');
}

function cookieLine(value: string, maxAge: number, secure: boolean): string {
  const attributes = `Max-Age=${maxAge}; Path=${cookiePath}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${cookieName(secure)}=${value}; ${attributes}`;
}
