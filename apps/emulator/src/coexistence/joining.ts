import { WorldRefusal } from '../door/world-door.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { type Connection, type Ground, isJoined, numberIn, type Partner } from './connections.ts';

export interface Answered {
  number: BusinessNumber;
  partner: Partner;
  accepted: boolean;
  sharesHistory: boolean;
}

export interface Joining {
  /**
   * Has the app on the phone ask its owner; by id or phone number. The answer is told to the listeners of `onAnswer`.
   * As a step of a sign-up a yes joins nothing yet: `complete` does.
   */
  askToConnect: (number: string, request: { partner: Partner; isStep?: true }) => Connection;
  onAnswer: (listener: (answered: Answered) => void) => void;
  answer: (numberId: string, answer: { accept: boolean; shareHistory: boolean }) => void;
  /** The sign-up is over. A number that has no phone in the world gets one. */
  complete: (numberId: string, signedUp: { partner: Partner; sharesHistory: boolean }) => void;
}

/** How a number of the Business app comes to the Cloud API (Meta, "Onboard WhatsApp Business app users"). */
export function createJoining(ground: Ground, onJoined: (connection: Connection) => void): Joining {
  const { emulator, apps, connections } = ground;
  const listeners: ((answered: Answered) => void)[] = [];
  return {
    onAnswer(listener) {
      listeners.push(listener);
    },
    askToConnect(name, request) {
      const { numbers, numberByPhone } = emulator.directory;
      const number = numbers.get(name) ?? numberByPhone.get(name.replaceAll(/\D/g, ''));
      if (!number || !apps.all.has(number.id))
        throw new WorldRefusal(`${name} is not in use with the WhatsApp Business app.`, 404);
      if (isJoined(ground, number.id))
        throw new WorldRefusal(`+${number.phone} is connected to a partner already.`, 409);
      return connections.put({ id: number.id, state: 'asked', ...request });
    },
    answer(id, { accept, shareHistory }) {
      const connection = connections.get(id);
      if (connection?.state !== 'asked') throw new WorldRefusal('Nobody asks to connect this number.', 409);
      const { partner, isStep } = connection;
      if (!accept) connections.delete(id);
      else if (isStep) connections.change(id, { state: 'agreed', sharesHistory: shareHistory });
      else onJoined(join(ground, id, { partner, sharesHistory: shareHistory }));
      const sharesHistory = accept && shareHistory;
      for (const listener of listeners)
        listener({ number: numberIn(ground, id), partner, accepted: accept, sharesHistory });
    },
    complete(id, signedUp) {
      if (!apps.all.has(id)) apps.equip(id, 'en');
      onJoined(join(ground, id, signedUp));
    },
  };
}

/** The number stays registered where it is; the Cloud API joins it as one more companion, and all others are unlinked. */
function join(
  { emulator, apps, connections }: Ground,
  id: string,
  { partner, sharesHistory }: { partner: Partner; sharesHistory: boolean },
): Connection {
  const now = emulator.world.clock.now();
  emulator.directory.numbers.change(id, {
    registered: true,
    onBusinessApp: true,
    status: 'CONNECTED',
    throughput: 'STANDARD',
    onboardedAt: now,
  });
  apps.all.change(id, { devices: [], usedAt: now });
  return connections.put({ id, state: 'connected', partner, sharesHistory, connectedAt: now });
}
