/** Where signing in leads: a page of this program, whatever the link that someone sent says. */
export function safeDestination(to: string | undefined, origin: string): string {
  const url = to?.startsWith('/') ? URL.parse(to, origin) : null;
  if (url === null || url.origin !== origin) return '/';
  if (/^\/(sign-in|set-up|forgot-password|reset-password)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
