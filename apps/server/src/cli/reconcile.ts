import { createInterface } from 'node:readline/promises';
import { createGraphClient } from '@trikon/whatsapp/client';
import { confirm, reconcile } from '../modules/messaging/index.ts';
import { graphForNumber } from '../modules/numbers/index.ts';
import { openGraphPlace } from '../numbers.ts';
import { createSecrets, openInstallationKey } from '../platform/secrets/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { obtainMasterKey } from '../master-key.ts';
import { openStorage } from '../storage.ts';
import { withDatabase, type Command } from './command.ts';

export const reconcileCommand: Command = {
  words: '[--send | --close]',
  does: 'after a restore: hold what seems unsent against WhatsApp’s history, decide about the rest, and send again',
  run: async (config, words) =>
    withDatabase(config, async (db) => {
      const masterKey = await obtainMasterKey(config.masterKey, config.dataFolder);
      const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
        openInstallationKey(tx, masterKey),
      );
      const secrets = createSecrets({ masterKey, installationKey, clock: systemClock });
      const { graph, outbound } = openGraphPlace(config);
      const place = { dataFolder: config.dataFolder, storage: await openStorage(config) };
      try {
        const found = await reconcile({
          db,
          place,
          openClient: async (tx, number) => {
            const access = await graphForNumber(tx, { secrets, graph }, number);
            return { client: createGraphClient(access), phoneNumberId: access.phoneNumberId };
          },
        });
        console.log(
          `WhatsApp has ${found.sent} of the messages that seemed unsent, and may have ${found.closed} more, which stay unconfirmed.`,
        );
        if (found.unread > 0) console.log(`The history of ${found.unread} numbers could not be read.`);
        const rest = found.left === 0 ? 'close' : await decide(words, found.left);
        if (rest === null) return 1;
        await confirm({ db, place }, rest);
        console.log('Sending goes on within a few seconds.');
        return 0;
      } finally {
        await outbound.close();
        await place.storage.close();
      }
    }),
};

async function decide(words: string[], left: number): Promise<'send' | 'close' | null> {
  if (words.includes('--send')) return 'send';
  if (words.includes('--close')) return 'close';
  const question = `Of ${left} messages nothing is known. Send them, although some may arrive twice (send), or leave them unsent (close)?`;
  if (!process.stdin.isTTY) {
    console.error(`${question}\nSay so with --send or --close. Until then nothing is sent.`);
    return null;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await terminal.question(`${question} `)).trim();
  terminal.close();
  return answer === 'send' || answer === 'close' ? answer : null;
}
