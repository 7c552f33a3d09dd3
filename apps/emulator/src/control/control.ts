import type { Assembled } from '../assemble.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import { accountRoutes } from './account-routes.ts';
import { appRoutes } from './app-routes.ts';
import { businessRoutes } from './business-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { journalRoutes } from './journal-routes.ts';
import { numberRoutes } from './number-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { resetRoutes } from './reset-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { streamRoutes } from './stream.ts';
import { templateRoutes } from './template-routes.ts';
import { timeRoutes } from './time-routes.ts';

/** The world's own API: everything that nobody could ask of Meta. */
export function controlRoutes(inside: Assembled): WorldRoutes {
  const { emulator, accounts, people, messages, templates } = inside;
  const { seed, routes } = resetRoutes(inside);
  return {
    ...routes,
    ...overviewRoutes({ emulator, people, seed }),
    ...timeRoutes(emulator.world),
    ...settingRoutes(emulator.world),
    ...faultRoutes(emulator),
    ...journalRoutes(emulator.world),
    ...appRoutes(emulator),
    ...businessRoutes(emulator, accounts),
    ...accountRoutes(emulator, accounts),
    ...numberRoutes(emulator, accounts),
    ...templateRoutes(templates),
    ...peopleRoutes(inside),
    ...entryRoutes(emulator.directory),
    ...streamRoutes(messages),
  };
}
