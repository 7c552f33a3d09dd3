import { createHmac, timingSafeEqual } from 'node:crypto';

export const cookiePrefix = 'trikon';

/** With https the browser is told to refuse the cookie from anything but this exact host over TLS. */
export const sessionCookieName = (secure: boolean): string =>
  `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;

/** The token in a Cookie header, when the sign-in library's signature on it holds. */
export function readSessionToken(
  cookieHeader: string | undefined,
  name: string,
  secret: string,
): string | null {
  const value = readCookie(cookieHeader, name);
  if (value === null) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** As the sign-in library signs it, for the one session that the program starts by itself: company sign-on. */
export function signSessionToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);
}

export function readCookie(header: string | undefined, name: string): string | null {
  if (header === undefined) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
}
