import { timingSafeEqual } from 'node:crypto';
import type { App } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { type Params, requiredText, text } from '../reading.ts';
import { day } from '../times.ts';
import type { LoginCodes } from './login-codes.ts';
import { makeToken } from './token-making.ts';

const longLived = 60 * day;

/** `oauth/access_token`: a code, an app's own secret or a short-lived token for a token (Graph, "Access tokens"). */
export function accessTokenEdges(emulator: Emulator, codes: LoginCodes): Edges {
  const answer = ({ params }: Call) => {
    const app = readApp(emulator, params);
    switch (text(params, 'grant_type') ?? 'authorization_code') {
      case 'authorization_code': {
        const code = requiredText(params, 'code');
        const { value, expiresAt } = codes.exchange({
          appId: app.id,
          code,
          redirectUri: text(params, 'redirect_uri'),
        });
        return { access_token: value, token_type: 'bearer', ...expiry(emulator, expiresAt) };
      }
      case 'client_credentials':
        return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' };
      case 'fb_exchange_token':
        return prolong(emulator, app, requiredText(params, 'fb_exchange_token'));
      default:
        return refuse(
          100,
          'Param grant_type must be one of {authorization_code, client_credentials, fb_exchange_token}.',
        );
    }
  };
  return {
    'GET root/oauth/access_token': { access: 'none', answer },
    'POST root/oauth/access_token': { access: 'none', answer },
  };
}

function readApp({ directory: { apps } }: Emulator, params: Params): App {
  const id = text(params, 'client_id');
  if (id === undefined) refuse(101, 'Missing client_id parameter.');
  const app =
    apps.get(id) ??
    refuse(101, 'Error validating application. Cannot get application info due to a system error.');
  const secret = Buffer.from(text(params, 'client_secret') ?? '');
  const right = Buffer.from(app.secret);
  if (secret.length === right.length && timingSafeEqual(secret, right)) return app;
  return refuse(1, 'Error validating client secret.', { status: 400 });
}

/** Tokens of people become long-lived; those of system users are so already and come back as they are. */
function prolong(emulator: Emulator, app: App, given: string) {
  const { tokenByValue } = emulator.directory;
  const now = emulator.world.clock.now();
  const token = tokenByValue.get(given);
  if (
    !token ||
    token.appId !== app.id ||
    (token.expiresAt ?? Infinity) <= now ||
    token.revokedAt !== undefined
  )
    refuse(190, 'Invalid OAuth access token - Cannot parse access token');
  if (token.kind !== 'user')
    return { access_token: given, token_type: 'bearer', ...expiry(emulator, token.expiresAt) };
  const { id: _, value: __, ...rest } = token;
  const { value, expiresAt } = makeToken(emulator, { ...rest, expiresAt: now + longLived });
  return { access_token: value, token_type: 'bearer', ...expiry(emulator, expiresAt) };
}

const expiry = ({ world }: Emulator, at: number | undefined) =>
  at === undefined ? {} : { expires_in: Math.floor((at - world.clock.now()) / 1000) };
