import path from 'node:path';
import { doctor } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { openStorage } from '../storage.ts';
import { openInstallation, type Command } from './command.ts';

const marks = { good: 'ok', warning: 'look', bad: 'BAD' } as const;

export const doctorCommand: Command = {
  words: '',
  does: 'check clock, storage, database, settings and disk, and say the fix',
  run: async (config) => {
    await using installation = await openInstallation(config);
    const { databaseUrl: url, masterKey } = installation;
    const findings = await doctor({
      url,
      masterKey,
      ...(config.masterKey === undefined && { masterKeyFile: path.join(config.dataFolder, 'master.key') }),
      rolePrefix: config.rolePrefix,
      dataFolder: config.dataFolder,
      settings: {
        ...config,
        externalDatabase: config.databaseUrl !== undefined,
        masterKeyGiven: config.masterKey !== undefined,
        mail: config.smtpUrl !== undefined,
      },
      clock: systemClock,
      openStorage: () => openStorage(config),
    });
    for (const { name, state, message, fix } of findings) {
      console.log(
        `${marks[state].padEnd(5)} ${name}: ${message}${state === 'good' || !fix ? '' : `\n      ${fix}`}`,
      );
    }
    return findings.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};
