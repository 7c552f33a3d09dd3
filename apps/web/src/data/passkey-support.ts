/** Whether passkeys can work here, or what stands in the way. */
type PasskeySupport = 'works' | 'needs-name' | 'needs-https' | 'unsupported';

export function passkeySupport(): PasskeySupport {
  // A passkey belongs to a name; browsers make none for a bare IP address.
  if (isIpAddress(window.location.hostname)) return 'needs-name';
  if (!window.isSecureContext) return 'needs-https';
  return typeof window.PublicKeyCredential === 'function' ? 'works' : 'unsupported';
}

function isIpAddress(host: string): boolean {
  return /^\d+(\.\d+){3}$/.test(host) || host.startsWith('[');
}
