import type { AppPhones } from '../business-app/app-phones.ts';
import type { Platform } from '../business-app/platform.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { MediaDesk } from '../phones/neighbours.ts';
import type { PlatformView } from '../phones/view.ts';
import { tellContact } from './address-book.ts';
import { type Connection, type Ground, isJoined, layConnections } from './connections.ts';
import { echo } from './echoes.ts';
import { createHistory } from './history/share.ts';
import { createJoining, type Joining } from './joining.ts';
import { createLeaving } from './leaving.ts';
import { coexistenceRoutes } from './routes.ts';
import { syncEdges } from './sync-edge.ts';

export interface Coexistence extends Pick<Joining, 'askToConnect' | 'onAnswer' | 'complete'> {
  find: (numberId: string) => Connection | undefined;
  /** What the Business app asks of it. */
  platform: Platform;
  routes: WorldRoutes;
}

/** One number in the WhatsApp Business app and on the Cloud API: Meta's side of it. */
export function createCoexistence(messages: Messages, apps: AppPhones, media: MediaDesk): Coexistence {
  const { emulator } = messages;
  const ground = layConnections(emulator, messages, apps);
  const leaving = createLeaving(ground);
  const joining = createJoining(ground, (connection) => leaving.watch(connection));
  const history = createHistory(ground, media);
  emulator.graph.add(syncEdges(ground, (connection) => history.share(connection)));
  return {
    askToConnect: joining.askToConnect,
    onAnswer: joining.onAnswer,
    complete: joining.complete,
    find: (numberId) => ground.connections.get(numberId),
    routes: coexistenceRoutes(ground, joining, leaving),
    platform: {
      view: (numberId) => viewOf(ground.connections.get(numberId)),
      isJoined: (numberId) => isJoined(ground, numberId),
      answer: joining.answer,
      leave: (numberId) => leaving.leave(numberId, 'ACCOUNT_DISCONNECTED', 'USER'),
      registerAnew: (numberId) => leaving.registerAnew(numberId),
      echo: (number, message, wire) => echo(ground, number, message, wire),
      tellContact: (note, change) => tellContact(ground, note, change),
      refusalOfDevice: (numberId, name) =>
        isJoined(ground, numberId) && /windows|wear\s?os/i.test(name)
          ? `${name} is not supported while the number is on the Business Platform.`
          : null,
      withholds: (number, person) => withholds(ground, number, person),
    },
  };
}

function viewOf(connection: Connection | undefined): PlatformView {
  if (!connection) return { state: 'none' };
  const { state, partner, sharesHistory, historyProgress } = connection;
  return {
    // Between the owner's yes and the end of the sign-up, and while a new device is registered, the app shows the partner.
    state: state === 'away' || state === 'agreed' ? 'connected' : state,
    partner: partner.name,
    ...(sharesHistory !== undefined && { sharesHistory }),
    ...(historyProgress !== undefined && { historyProgress }),
  };
}

/** The first message of a customer, and those from companions that are not supported (Meta, 131060). */
function withholds(
  { messages, setting, emulator }: Ground,
  { id, registered, onBusinessApp }: BusinessNumber,
  person: string,
): boolean {
  if (!registered || !onBusinessApp) return false;
  const { unavailableFirstShare, unavailableShare } = setting.value;
  const isFirst = (): boolean =>
    !messages.ofChat.all(`${id} ${person}`).some(({ origin }) => origin === 'customer');
  const { random } = emulator.world;
  return (
    random.chance(unavailableShare) ||
    (unavailableFirstShare > 0 && isFirst() && random.chance(unavailableFirstShare))
  );
}
