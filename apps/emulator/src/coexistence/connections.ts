import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { Messages } from '../messages/messages.ts';
import type { AppPhones } from '../business-app/app-phones.ts';
import type { Collection } from '../world/collection.ts';

/** Who asks an owner to join a number to the Cloud API. */
export interface Partner {
  name: string;
  appId?: string;
  businessId?: string;
}

/** What a number of the Business app is to the Cloud API. The number is its id. */
export interface Connection {
  id: string;
  /**
   * Agreed: the owner has said yes, and the rest of the sign-up is to follow. Away: registered on another device, with sends
   * and receipts suspended until the phone is back.
   */
  state: 'asked' | 'agreed' | 'connected' | 'away' | 'disconnected';
  partner: Partner;
  /** The owner's yes is not the end: `complete` joins the number. */
  isStep?: true;
  sharesHistory?: boolean;
  /** Day 0: the periods of the history count back from here, the 24 hours of synchronization forward. */
  connectedAt?: number;
  /** When each synchronization was asked for; once is all. */
  contactsAt?: number;
  historyAt?: number;
  historyProgress?: number;
}

export type Connected = Connection & { connectedAt: number };

/** What the parts of coexistence stand on. */
export interface Ground {
  emulator: Emulator;
  messages: Messages;
  apps: AppPhones;
  connections: Collection<Connection>;
  setting: { readonly value: typeof usual };
}

const usual = {
  /** After how many days without use the phone, or a companion, ends the connection. */
  primaryDays: 14,
  companionDays: 30,
  /** What the owner chooses on a new device, and how long that takes. */
  reconnects: true,
  reconnectSeconds: 300,
  /** How history is cut, how fast the pieces come, and how many places they may be late. */
  chunkMessages: 200,
  chunkSeconds: 2,
  chunkDisorder: 2.5,
  contactsPerWebhook: 250,
  /** Meta documents the refusal of history without the usual envelope, the removal of a partner in two forms. */
  bareRefusal: true,
  removalByPhoneNumber: false,
  /** Messages that only the app gets (131060): a share of the first ones of customers, and of all. */
  unavailableFirstShare: 0,
  unavailableShare: 0,
};

export function layConnections(emulator: Emulator, messages: Messages, apps: AppPhones): Ground {
  const { world } = emulator;
  return {
    emulator,
    messages,
    apps,
    connections: world.collection<Connection>('connections'),
    setting: world.setting('coexistence', usual),
  };
}

/** A connection that is the same as when something was planned for it; null after it ended or began anew. */
export function stillConnected({ connections }: Ground, numberId: string, since: number): Connected | null {
  const connection = connections.get(numberId);
  return connection?.state === 'connected' && connection.connectedAt === since
    ? { ...connection, connectedAt: since }
    : null;
}

export function numberIn({ emulator }: Ground, id: string): BusinessNumber {
  const number = emulator.directory.numbers.get(id);
  if (!number) throw new Error(`There is no number ${id}.`);
  return number;
}

export const isJoined = ({ connections }: Ground, numberId: string): boolean => {
  const state = connections.get(numberId)?.state;
  return state === 'connected' || state === 'away';
};
