import { send } from './api.ts';

/** The sign-in endpoints of the web app itself; everything else goes through `api`. */
const post = (path: string, body: object = {}): Promise<unknown> =>
  send('POST', `/api/auth${path}`, { body });
const get = (path: string): Promise<unknown> => send('GET', `/api/auth${path}`);

export interface SignInAnswer {
  /** The password was right and a code is asked for. */
  twoFactorRedirect?: boolean;
}

export const signIn = {
  withPassword: (email: string, password: string) =>
    post('/sign-in/email', { email, password, rememberMe: true }) as Promise<SignInAnswer>,
  withCode: (code: string) => post('/two-factor/verify-totp', { code }),
  withBackupCode: (code: string) => post('/two-factor/verify-backup-code', { code }),
  async withPasskey(): Promise<unknown> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const options = (await get('/passkey/generate-authenticate-options')) as Parameters<
      typeof startAuthentication
    >[0]['optionsJSON'];
    return post('/passkey/verify-authentication', {
      response: await startAuthentication({ optionsJSON: options }),
    });
  },
  /** Sends the person to their company's sign-on page when their address belongs to one. */
  withCompany: (email: string) => post('/company/start', { email }) as Promise<{ url: string }>,
  out: () => post('/sign-out'),
};

export const passwords = {
  change: (currentPassword: string, newPassword: string) =>
    post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
  requestLink: (email: string) => post('/request-password-reset', { email }),
  reset: (token: string, newPassword: string) => post('/reset-password', { token, newPassword }),
};

export const twoFactor = {
  begin: (password: string) =>
    post('/two-factor/enable', { password }) as Promise<{ totpURI: string; backupCodes: string[] }>,
  confirm: (code: string) => post('/two-factor/verify-totp', { code }),
  disable: (password: string) => post('/two-factor/disable', { password }),
  newBackupCodes: (password: string) =>
    post('/two-factor/generate-backup-codes', { password }) as Promise<{ backupCodes: string[] }>,
};

export interface Passkey {
  id: string;
  name: string | null;
  createdAt: string;
  deviceType: string;
}

export const passkeys = {
  list: () => get('/passkey/list-user-passkeys') as Promise<Passkey[]>,
  async add(name: string): Promise<unknown> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const options = (await get('/passkey/generate-register-options')) as Parameters<
      typeof startRegistration
    >[0]['optionsJSON'];
    return post('/passkey/verify-registration', {
      response: await startRegistration({ optionsJSON: options }),
      name,
    });
  },
  rename: (id: string, name: string) => post('/passkey/update-passkey', { id, name }),
  remove: (id: string) => post('/passkey/delete-passkey', { id }),
};
