import { webhookFields } from '../accounts/apps/webhook-fields.ts';
import { makeToken } from '../accounts/apps/token-making.ts';
import type { App } from '../directory/records.ts';
import { scopes } from '../directory/scopes.ts';
import { amount, flag, list, oneOf, optional, readBody, text } from '../door/reading.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import { find } from './find.ts';
import { showToken } from './overview-routes.ts';

const changeable = {
  name: optional(text),
  mode: optional(oneOf('live', 'development')),
  requireSecretProof: optional(flag),
  fields: optional(list(oneOf(...webhookFields))),
  clientCertificate: optional(flag),
  callbackUrl: optional(text),
  verifyToken: optional(text),
};

/** Apps as the developer dashboard keeps them, and tokens for them. A callback that is set here is not asked first. */
export function appRoutes(emulator: Emulator): WorldRoutes {
  const { world, directory } = emulator;
  const { apps, tokens, businesses, wabas } = directory;
  return {
    'POST /world/apps'({ body }): App {
      const { business, name, ...given } = readBody(body, {
        ...changeable,
        name: text,
        business: optional(text),
      });
      const id = world.ids.next();
      return apps.put({
        id,
        name,
        secret: world.random.hex(32).toLowerCase(),
        mode: 'live',
        requireSecretProof: false,
        fields: [...webhookFields],
        clientCertificate: false,
        ...given,
        ...(business !== undefined && { businessId: find(businesses, 'business', business).id }),
      });
    },
    'PATCH /world/apps/:app': ({ params, body }) =>
      apps.change(find(apps, 'app', params.app).id, readBody(body, changeable)),
    'POST /world/tokens'({ body }) {
      const given = readBody(body, {
        app: optional(text),
        name: optional(text),
        kind: optional(oneOf('user', 'system_user', 'business_integration')),
        scopes: optional(list(oneOf(...scopes))),
        businesses: optional(list(text)),
        accounts: optional(list(text)),
        seconds: optional(amount(1)),
      });
      const app = given.app === undefined ? [...apps.values()][0]?.id : given.app;
      const token = makeToken(emulator, {
        name: given.name ?? 'Token',
        kind: given.kind ?? 'system_user',
        appId: find(apps, 'app', app).id,
        scopes: given.scopes ?? [...scopes],
        businessIds: (given.businesses ?? []).map((id) => find(businesses, 'business', id).id),
        wabaIds: (given.accounts ?? []).map((id) => find(wabas, 'account', id).id),
        ...(given.seconds !== undefined && { expiresAt: world.clock.now() + given.seconds * 1000 }),
      });
      return showToken(token);
    },
    'DELETE /world/tokens/:token'({ params }) {
      const token = find(tokens, 'token', params.token);
      return showToken(tokens.change(token.id, { revokedAt: world.clock.now() }));
    },
  };
}
