import { migrate } from '../platform/db/index.ts';
import { openInstallation, type Command } from './command.ts';

export const migrateCommand: Command = {
  words: '',
  does: 'bring the database to this version',
  run: async (config) => {
    await using installation = await openInstallation(config);
    const { databaseUrl: url, masterKey } = installation;
    const { applied } = await migrate({ url, masterKey, rolePrefix: config.rolePrefix, now: new Date() });
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
    return 0;
  },
};
