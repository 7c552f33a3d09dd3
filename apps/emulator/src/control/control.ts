import type { WorldRoutes } from '../door/world-door.ts';
import type { Messages } from '../messages/messages.ts';
import { entryRoutes } from './entry-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { journalRoutes } from './journal-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { streamRoutes } from './stream.ts';
import { timeRoutes } from './time-routes.ts';

/** The world's own API: everything that nobody could ask of Meta. */
export function controlRoutes(messages: Messages): WorldRoutes {
  const { emulator } = messages;
  return {
    ...timeRoutes(emulator.world),
    ...settingRoutes(emulator.world),
    ...faultRoutes(emulator),
    ...journalRoutes(emulator.world),
    ...entryRoutes(emulator.directory),
    ...streamRoutes(messages),
  };
}
