import { createPasswordLink } from '../modules/workspaces/index.ts';
import { withDatabase, type Command } from './command.ts';

export const passwordLink: Command = {
  words: '<e-mail>',
  does: 'print a link, good for an hour, that sets a new password',
  run: async (config, [email]) => {
    if (!email) {
      console.error('Say whose password, by e-mail address.');
      return 2;
    }
    const token = await withDatabase(config, (db) => createPasswordLink(db, email.trim().toLowerCase()));
    if (token === null) {
      console.error('Nobody has this address here.');
      return 1;
    }
    console.log(`${config.publicUrl ?? `http://localhost:${config.port}`}/reset-password#${token}`);
    return 0;
  },
};
