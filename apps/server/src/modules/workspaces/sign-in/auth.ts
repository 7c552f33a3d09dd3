import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import type { Clock } from '../../../platform/clock/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Mailer } from '../../../platform/mail/index.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { cookiePrefix } from './session-cookie.ts';

export interface AuthOptions {
  pool: pg.Pool;
  clock: Clock;
  secret: string;
  publicUrl: string;
  mailer: Mailer | null;
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * The sign-in library on our tables. It knows people, their passwords, passkeys and codes, and nothing of
 * workspaces; its database role sees only the schema `identity`.
 */
export function createAuth({ pool, clock, secret, publicUrl, mailer }: AuthOptions) {
  return betterAuth({
    appName: 'Trikon',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    // Its own lines would carry addresses of people; what matters is recorded as events.
    logger: { disabled: true },
    // What is no refusal of its own comes to us; left alone it would be printed, with what people typed.
    onAPIError: { throw: true },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 30 * 86_400,
      // The program keeps sessions alive itself, see identify.ts.
      disableSessionRefresh: true,
      // A passkey, a second step or a password may be changed only soon after signing in.
      freshAge: 86_400,
    },
    account: { modelName: 'accounts', fields: accountFields },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      // People come by set-up or by invitation, never by themselves.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: async ({ user, token }) => {
        mailer?.sendLater({
          kind: 'password_reset',
          to: user.email,
          link: `${publicUrl}/reset-password#${token}`,
        });
      },
    },
    rateLimit,
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-trikon-client-ip'] },
      database: { generateId: () => newId(clock.now()) },
    },
    trustedOrigins: [publicUrl],
    plugins: [twoStep(), passkeys(publicUrl)],
  });
}

const accountFields = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const twoStep = () =>
  twoFactor({
    issuer: 'Trikon',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factors',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });

const passkeys = (publicUrl: string) =>
  passkey({
    rpName: 'Trikon',
    rpID: new URL(publicUrl).hostname,
    origin: publicUrl,
    schema: {
      passkey: {
        modelName: 'passkeys',
        fields: {
          userId: 'user_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });

// Counted in the database, so that several copies of the program share one count.
const rateLimit = {
  enabled: true,
  storage: 'database' as const,
  modelName: 'rate_limits',
  fields: { lastRequest: 'last_request' },
  window: 60,
  max: 60,
  customRules: {
    '/sign-in/email': { window: 60, max: 10 },
    '/two-factor/*': { window: 60, max: 10 },
    '/request-password-reset': { window: 300, max: 5 },
    '/reset-password': { window: 60, max: 10 },
  },
};
