import { describeSettings } from '../config.ts';
import type { Command } from './command.ts';

export const settingsCommand: Command = {
  words: '',
  does: 'print every setting with its default and meaning',
  run: async () => {
    for (const { variable, standard, meaning } of describeSettings()) {
      console.log(`${variable}${standard === '' ? '' : `=${standard}`}\n    ${meaning}`);
    }
    return 0;
  },
};
