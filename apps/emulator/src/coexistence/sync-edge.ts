import { requiredChoice, requireProduct } from '../accounts/reading.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Call, Edges } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import { tellAddressBook } from './address-book.ts';
import { type Connected, type Ground, stillConnected } from './connections.ts';

const syncTypes = ['smb_app_state_sync', 'history'] as const;
const deadline = 24 * 3_600_000;
const soon = 500;

/** Each kind of synchronization can be asked for once, within a day of the connection; it comes by webhook. */
export function syncEdges(ground: Ground, shareHistory: (connection: Connected) => void): Edges {
  const { emulator, connections } = ground;
  const { world } = emulator;
  const begin = world.tasks.on<{ id: string; since: number; type: string }>(
    'coexistence.sync',
    ({ id, since, type }) => {
      const connection = stillConnected(ground, id, since);
      if (!connection) return;
      if (type === 'history') shareHistory(connection);
      else tellAddressBook(ground, connection);
    },
  );
  return {
    'POST number/smb_app_data': {
      access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
      answer({ node, params }: Call<BusinessNumber>) {
        requireProduct(params);
        const type = requiredChoice(params, 'sync_type', syncTypes);
        const connection = connections.get(node.id);
        if (connection?.state !== 'connected' || connection.connectedAt === undefined)
          refuse(100, 'The phone number is not connected to the WhatsApp Business app.');
        const { connectedAt: since } = connection;
        const now = world.clock.now();
        const askedAt = type === 'history' ? connection.historyAt : connection.contactsAt;
        if (askedAt !== undefined)
          refuse(
            2593107,
            'This synchronization was requested already. Offboard and onboard the number again.',
          );
        if (now - since > deadline)
          refuse(2593108, 'More than 24 hours have passed. Offboard and onboard the number again.');
        connections.change(node.id, type === 'history' ? { historyAt: now } : { contactsAt: now });
        begin(now + soon, { id: node.id, since, type });
        return { messaging_product: 'whatsapp', request_id: world.ids.next() };
      },
    },
  };
}
