import type { Scope, Token } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { requiredText } from '../reading.ts';

const types: Record<Token['kind'], string> = {
  app: 'APP',
  user: 'USER',
  system_user: 'SYSTEM_USER',
  business_integration: 'SYSTEM_USER',
};

/** What a token is worth (Graph, "Debug token"); another app's token is none of the caller's business. */
export const debugTokenEdges = ({ world, directory }: Emulator): Edges => ({
  'GET root/debug_token': {
    access: 'any',
    answer({ params, app }: Call) {
      const input = requiredText(params, 'input_token');
      if (input === `${app.id}|${app.secret}`) return { data: { ...ofApp(app), is_valid: true, scopes: [] } };
      const token = directory.tokenByValue.get(input);
      if (!token)
        return { data: { error: invalid('Invalid OAuth access token.'), is_valid: false, scopes: [] } };
      if (token.appId !== app.id) refuse(100, 'The App_id in the input_token did not match the Viewing App');
      const fault = faultOf(token, world.clock.now());
      return {
        data: {
          ...ofApp(app),
          type: types[token.kind],
          data_access_expires_at: 0,
          ...(fault && { error: fault }),
          expires_at: token.expiresAt === undefined ? 0 : Math.floor(token.expiresAt / 1000),
          is_valid: fault === null,
          ...(token.issuedAt !== undefined && { issued_at: Math.floor(token.issuedAt / 1000) }),
          scopes: token.scopes,
          granular_scopes: token.scopes.map((scope) => ({ scope, ...targetsOf(token, scope) })),
          user_id: token.id,
        },
      };
    },
  },
});

const ofApp = ({ id, name }: { id: string; name: string }) => ({
  app_id: id,
  type: 'APP',
  application: name,
});

const invalid = (message: string, subcode?: number) => ({ code: 190, message, ...(subcode && { subcode }) });

function faultOf({ revokedAt = Infinity, expiresAt = Infinity }: Token, now: number) {
  if (revokedAt <= now)
    return invalid('Error validating access token: The session has been invalidated.', 460);
  if (expiresAt <= now) return invalid('Error validating access token: Session has expired.', 463);
  return null;
}

/** Tokens that reach everything name no targets. */
function targetsOf({ wabaIds, businessIds }: Token, scope: Scope): { target_ids?: string[] } {
  if (scope.startsWith('whatsapp_')) return wabaIds.length > 0 ? { target_ids: wabaIds } : {};
  return scope === 'business_management' ? { target_ids: businessIds } : {};
}
