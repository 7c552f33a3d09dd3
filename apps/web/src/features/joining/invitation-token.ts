const name = 'trikon.invitation';

/**
 * The secret of the link, behind its # so that no server or proxy writes it into a log. While the person signs in it
 * waits in this tab, for the same reason: an address such as /sign-in?to=… would be logged.
 */
export function readInvitationToken(): string {
  const linked = window.location.hash.slice(1);
  if (linked !== '') return linked;
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

export function keepInvitationToken(token: string): void {
  try {
    sessionStorage.setItem(name, token);
  } catch {
    // Forbidden storage: the person opens the link once more after signing in.
  }
}

export function forgetInvitationToken(): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // It was never kept.
  }
}
