import type { DisconnectionReason } from '@trikon/whatsapp';
import { amount, flag, oneOf, optional, readBody, text } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Connection, Ground } from './connections.ts';
import type { Joining } from './joining.ts';
import type { Leaving } from './leaving.ts';

const reasons = [
  'ACCOUNT_DISCONNECTED',
  'BUSINESS_DOWNGRADE',
  'CHANGE_NUMBER',
  'COMPANION_INACTIVITY',
  'PRIMARY_INACTIVITY',
  'USER_RE_REGISTERED',
] as const satisfies DisconnectionReason[];

/** What nobody does on a phone: asking in a partner's name, and the ways in which a connection breaks. */
export function coexistenceRoutes(ground: Ground, joining: Joining, leaving: Leaving): WorldRoutes {
  const { connections, emulator } = ground;
  const joined = (id = ''): Connection => {
    const connection = connections.get(id);
    if (connection?.state === 'connected') return connection;
    throw new WorldRefusal(`The number ${id} is not connected.`, 404);
  };
  return {
    'GET /world/coexistence': () => [...connections.values()],
    'POST /world/coexistence/:number/ask'({ params, body }) {
      const { app: id } = readBody(body, { app: optional(text) });
      const { apps } = emulator.directory;
      const app = id === undefined ? apps.find(() => true) : apps.get(id);
      if (!app) throw new WorldRefusal(`There is no app ${id}.`, 404);
      const partner = {
        name: app.name,
        appId: app.id,
        ...(app.businessId && { businessId: app.businessId }),
      };
      return joining.askToConnect(params.number ?? '', { partner });
    },
    'POST /world/coexistence/:number/end'({ params, body }) {
      const { reason } = readBody(body, { reason: oneOf(...reasons) });
      const { id } = joined(params.number);
      leaving.leave(id, reason, reason.endsWith('INACTIVITY') ? 'SYSTEM' : 'USER');
      return {};
    },
    'POST /world/coexistence/:number/new-device'({ params, body }) {
      const given = readBody(body, { reconnects: optional(flag), seconds: optional(amount()) });
      leaving.registerAnew(joined(params.number).id, given);
      return {};
    },
  };
}
